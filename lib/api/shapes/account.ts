import { z } from "zod";
import { accountNumber, fieldChanges, fieldValue, inAddress, instant, paging, text } from "./parts.ts";

export const accountPath = z.object({ account: inAddress(accountNumber) });

export const account = z.object({
  id: accountNumber,
  name: z.string(),
  domain: z.string().nullable(),
  fields: z.record(z.string(), fieldValue),
  created_at: instant,
  updated_at: instant,
});
export type AccountShape = z.input<typeof account>;

export const accountQuery = z.strictObject({ ...paging, domain: text.optional() });

/** What is absent stays as it is. */
export const accountBody = z
  .strictObject({ name: text.optional(), domain: text.optional(), fields: fieldChanges.default({}) })
  .refine(({ name, domain }) => name !== undefined || domain !== undefined, "account_needs_name");
