import { z } from "zod";
import { toMinor } from "#lib/money/currency.ts";
import { parseEpochDay } from "#lib/time/local-day.ts";

/** A deal that was won, as a person fills it in; no amount for null. */
export const newDealSchema = z
  .strictObject({
    /** The page's own name of it: sent again after a lost answer, it is the same deal. */
    clientId: z.uuid(),
    day: z.iso.date("date_missing").transform((text) => parseEpochDay(text) ?? 0),
    amount: z.number("amount_invalid").positive("amount_invalid").nullable(),
    currency: z.string().trim().toUpperCase(),
  })
  .transform(({ amount, currency, ...deal }, context) => {
    if (amount === null) return { ...deal, value: null };
    const minor = toMinor(amount, currency);
    if (minor !== null) return { ...deal, value: { minor, currency } };
    context.addIssue({ code: "custom", path: ["currency"], message: "currency_unknown" });
    return z.NEVER;
  });

export type NewDeal = z.input<typeof newDealSchema>;
