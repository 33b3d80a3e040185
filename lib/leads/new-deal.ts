import { z } from "zod";
import { OUTCOME_RESULTS } from "#lib/lifecycle/constants.ts";
import { VERDICT_REASONS } from "#lib/lifecycle/verdict.ts";
import { toMinor } from "#lib/money/currency.ts";
import { parseEpochDay } from "#lib/time/local-day.ts";

/** A deal that was won or lost, as a person fills it in; no amount for null. One that was lost has a reason. */
export const newDealSchema = z
  .strictObject({
    /** The page's own name of it: sent again after a lost answer, it is the same deal. */
    clientId: z.uuid(),
    result: z.enum(OUTCOME_RESULTS),
    reason: z.enum(VERDICT_REASONS.lost).nullable(),
    day: z.iso.date("date_missing").transform((text) => parseEpochDay(text) ?? 0),
    amount: z.number("amount_invalid").positive("amount_invalid").nullable(),
    currency: z.string().trim().toUpperCase(),
  })
  .refine(({ result, reason }) => result === "won" || reason !== null, { path: ["reason"], error: "required" })
  .transform(({ amount, currency, reason, ...rest }, context) => {
    const deal = { ...rest, reason: rest.result === "lost" ? reason : null };
    if (amount === null) return { ...deal, value: null };
    const minor = toMinor(amount, currency);
    if (minor !== null) return { ...deal, value: { minor, currency } };
    context.addIssue({ code: "custom", path: ["currency"], message: "currency_unknown" });
    return z.NEVER;
  });

export type NewDeal = z.input<typeof newDealSchema>;
