import { z } from "zod";
import { emailSchema } from "#lib/access/schema.ts";
import { MAIL_SECURITIES } from "#lib/outgoing/mail-security.ts";
import type { MailServer } from "#lib/outgoing/send-mail.ts";

/** The mail server as an admin sees it: never the password. */
export type MailSettings = Pick<MailServer, "host" | "port" | "security" | "fromAddress"> & {
  /** null: the server asks for no name. */
  readonly userName: string | null;
};

/** A form's fields, all texts. Without a new password the one that is kept stays. */
export const mailSettingsSchema = z
  .object({
    host: z
      .string("required")
      .trim()
      .min(1, "required")
      .max(253, "text_too_long")
      .regex(/^(\[[0-9a-f:.]+\]|[\w.-]+)$/i, "not_a_host"),
    port: z.coerce.number("not_a_port").int("not_a_port").min(1, "not_a_port").max(65_535, "not_a_port"),
    security: z.enum(MAIL_SECURITIES, "invalid"),
    userName: z.string().trim().max(254, "text_too_long").default(""),
    password: z.string().max(1_000, "text_too_long").default(""),
    fromAddress: emailSchema,
  })
  .transform(({ userName, password, ...rest }) => ({
    ...rest,
    userName: userName === "" ? null : userName,
    /** null: none was given. */
    password: password === "" ? null : password,
  }));
