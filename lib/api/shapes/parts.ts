import { z } from "zod";

const LONGEST_TEXT = 1_000;
/** As `leads_id_check` has it. */
const HIGHEST_LEAD = 4_294_967_295;
const MOST_FIELDS = 200;
export const MOST_A_PAGE = 1_000;

export const text = z.string().trim().min(1).max(LONGEST_TEXT);
export const instant = z.iso.datetime({ offset: true });
export const day = z.iso.date();
export const points = z.number().meta({ description: "Points, with at most two decimals." });

export const leadNumber = z.int().positive().max(HIGHEST_LEAD);
export const accountNumber = z.int().positive();

/** As a path or a query writes a number. */
export function inAddress(number: z.ZodInt) {
  return z.coerce.number().pipe(number);
}

/** What a field or a property holds; a date is written as `2026-03-12`. */
export const fieldValue = z.union([
  z.string().max(LONGEST_TEXT),
  z.number(),
  z.boolean(),
  z.array(z.string().max(LONGEST_TEXT)).max(MOST_FIELDS).readonly(),
]);

export const fieldKey = z.string().min(1).max(100);

/** New values by key; null empties a field. */
export const fieldChanges = z
  .record(fieldKey, fieldValue.nullable())
  .refine((fields) => Object.keys(fields).length <= MOST_FIELDS, "too_many_fields");

/** Of lists: where to go on, and how many at once. */
export const paging = {
  cursor: z.string().max(1_000).optional(),
  limit: z.coerce.number().int().min(1).max(MOST_A_PAGE).default(100),
};

/** A part of a list; `next` is the cursor of the part behind it, null at the end. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ data: z.array(item), next: z.string().nullable() });
}
