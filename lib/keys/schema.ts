import { z } from "zod";
import { SCOPES } from "./scopes.ts";

const MOST_LINES = 100;
const name = z.string("required").trim().min(1, "required").max(80, "text_too_long");
const lines = z.array(z.string().trim().min(1, "required").max(200, "text_too_long")).max(MOST_LINES, "too_many_lines");

/** A site, as browsers name it: protocol, host and port. */
const origin = z.string().transform((text, context) => {
  const url = URL.parse(text.trim());
  const isSite = url && /^https?:$/.test(url.protocol) && url.pathname === "/" && !url.search && !url.username;
  if (isSite) return url.origin;
  context.addIssue({ code: "custom", message: "not_a_site" });
  return z.NEVER;
});

/** Messages name sentences of the catalogue, under `refusals.reasons`. */
export const newKeySchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("server"), name, scopes: z.array(z.enum(SCOPES)).min(1, "choose_scope") }),
  z.object({
    kind: z.literal("browser"),
    name,
    allowedOrigins: z.array(origin).min(1, "required").max(MOST_LINES, "too_many_lines"),
    eventTypes: lines,
    formEvents: lines,
  }),
]);
export type NewKey = z.output<typeof newKeySchema>;
