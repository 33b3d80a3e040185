/** NIST SP 800-63B asks for length and no rules of composition; the upper end only bounds the work. */
export const PASSWORD_LENGTH = { min: 12, max: 200 } as const;
