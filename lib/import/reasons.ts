import { z } from "zod";
import { RECORD_PROBLEMS } from "#lib/csv/read-records.ts";

/** Why a row was not taken; the sentences stand in the catalogues under `import.reasons`. */
export const REASONS = [
  ...RECORD_PROBLEMS,
  "text_too_long",
  "number_invalid",
  "number_too_large",
  "boolean_invalid",
  "date_invalid",
  "email_invalid",
  "id_too_long",
  "identities_invalid",
  "no_lead",
  "unknown_lead",
  "time_missing",
  "before_2000",
  "too_far_ahead",
  "event_type_missing",
  "count_too_large",
  "currency_invalid",
  "amount_negative",
] as const;
export const reasonSchema = z.enum(REASONS);
export type Reason = z.infer<typeof reasonSchema>;

/** What is wrong with a row, and with which cell of it (null: with the row as a whole). */
export type RowProblem = { readonly reason: Reason; readonly column: string | null; readonly value: string | null };
