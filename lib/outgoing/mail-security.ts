/** `tls`: from the first byte; `starttls`: nothing is sent without it; `none`: to the operator's own networks only. */
export const MAIL_SECURITIES = ["starttls", "tls", "none"] as const;
export type MailSecurity = (typeof MAIL_SECURITIES)[number];
