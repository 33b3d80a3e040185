import { z } from "zod";
import { parseNumber } from "#lib/i18n/number-text.ts";
import { toMinor } from "#lib/money/currency.ts";

/** Some thousand lines. */
export const LONGEST_PASTE = 200_000;
const LONGEST_SOURCE = 200;

/** What was spent, as a form has it; nothing spent takes away what was known. */
export const leadCostSchema = z
  .object({
    month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, "month_missing"),
    source: z.string().trim().max(LONGEST_SOURCE, "text_too_long"),
    amount: z.string().transform((text, context) => {
      const amount = parseNumber(text);
      if (amount !== null && amount >= 0) return amount;
      context.addIssue({ code: "custom", message: "cost_invalid" });
      return z.NEVER;
    }),
    currency: z.string().trim().toUpperCase(),
  })
  .transform(({ month, source, amount, currency }, context) => {
    const minor = toMinor(amount, currency);
    if (minor !== null) return { month, source: source || null, minor, currency };
    context.addIssue({ code: "custom", path: ["currency"], message: "currency_unknown" });
    return z.NEVER;
  });
