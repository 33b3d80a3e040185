import type { z } from "zod";
import { type Result, refuse } from "#lib/result.ts";

/**
 * A refusal that says where the input is wrong. A schema names the sentence by its own message
 * (`z.string().min(12, "password_too_short")`); other problems read as "invalid".
 */
export function invalidInput(error: z.ZodError): Extract<Result<never>, { ok: false }> {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) {
    const field = issue.path.join(".");
    if (field !== "") fields[field] ??= REASON.test(issue.message) ? issue.message : "invalid";
  }
  return refuse("invalid_input", { fields });
}

const REASON = /^[a-z][a-z_]*$/;
