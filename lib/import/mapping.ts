import { z } from "zod";
import { dialectOverridesSchema } from "#lib/csv/dialect.ts";
import { FIELD_TYPES, STANDARD_FIELDS, type StandardField } from "#lib/leads/fields.ts";
import { labelSchema } from "#lib/scoring/definition.ts";
import { IMPORT_KINDS } from "./constants.ts";

export const DECIMAL_MARKS = ["point", "comma"] as const;
export type DecimalMark = (typeof DECIMAL_MARKS)[number];

/** Order of the parts of a date; - / and . between them are alike, and a time may follow. */
export const DATE_ORDERS = [
  "year_first",
  "day_first",
  "month_first",
  "compact",
  "epoch_seconds",
  "epoch_milliseconds",
] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

export const PERMISSIONS = ["may_call", "may_email", "may_score"] as const;

/** Standard fields that a column may fill; the e-mail is an identity too and has a target of its own. */
export const MAPPABLE_FIELDS = Object.keys(STANDARD_FIELDS).filter(isMappable);
type MappableField = Exclude<StandardField, "email" | "email_domain">;

function isMappable(field: string): field is MappableField {
  return field !== "email" && field !== "email_domain";
}

const fieldKey = z
  .string()
  .regex(/^(account\.)?[a-z][a-z0-9_]{0,59}$/, { error: "must be words in small letters, as team_size" });
const eventKey = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,59}$/, { error: "must be words in small letters, as page_viewed" });
const sourceKey = z.string().regex(/^[a-z][a-z0-9_-]{0,39}$/, { error: "must be a word in small letters, as hubspot" });
const words = z.array(z.string().max(200)).max(200);

/** Where a value comes from, and how it is read where that differs from the rest of the file. */
const origin = {
  /** A column of the file by its name; absent when `value` is the same for every row. */
  column: z.string().min(1).optional(),
  value: z.string().min(1).optional(),
  missing: words.optional(),
  decimal: z.enum(DECIMAL_MARKS).optional(),
  dates: z.enum(DATE_ORDERS).optional(),
  /** What stands between the items of a list. */
  between: z.string().min(1).max(3).optional(),
};

const typed = { key: fieldKey, type: z.enum(FIELD_TYPES) };

const targets = [
  z.strictObject({ to: z.literal("ignore"), ...origin }),
  z.strictObject({ to: z.literal("email"), ...origin }),
  z.strictObject({ to: z.literal("external_id"), ...origin }),
  /** All that names the lead, each with its source, as the file of leads that Voorrang writes has it. */
  z.strictObject({ to: z.literal("identities"), ...origin }),
  z.strictObject({ to: z.literal("full_name"), ...origin }),
  z.strictObject({ to: z.literal("field"), field: z.enum(MAPPABLE_FIELDS), ...origin }),
  /** A field of the organisation's own, made when there is none; `account.` in front makes it the account's. */
  z.strictObject({ to: z.literal("custom"), ...typed, label: labelSchema.optional(), ...origin }),
  z.strictObject({ to: z.literal("created_at"), ...origin }),
  /** `inverted`: yes in the file means no here, as for "Do not call". */
  z.strictObject({
    to: z.literal("permission"),
    permission: z.enum(PERMISSIONS),
    inverted: z.boolean().default(false),
    ...origin,
  }),
  /** The e-mail address of a user; who is none owns nothing. */
  z.strictObject({ to: z.literal("owner"), ...origin }),
  /** Other words than these mean that there is no outcome yet. */
  z.strictObject({ to: z.literal("outcome"), won: words.default([]), lost: words.default([]), ...origin }),
  z.strictObject({ to: z.literal("outcome_id"), ...origin }),
  z.strictObject({ to: z.literal("outcome_time"), ...origin }),
  z.strictObject({ to: z.literal("outcome_value"), ...origin }),
  z.strictObject({ to: z.literal("outcome_currency"), ...origin }),
  /** `names` says which type a word of the file means; other words become types as they are. */
  z.strictObject({ to: z.literal("event_type"), names: z.record(z.string(), eventKey).default({}), ...origin }),
  z.strictObject({ to: z.literal("event_time"), ...origin }),
  z.strictObject({ to: z.literal("event_id"), ...origin }),
  z.strictObject({ to: z.literal("event_asset"), ...origin }),
  /** A month, or a day of it. */
  z.strictObject({ to: z.literal("cost_month"), ...origin }),
  z.strictObject({ to: z.literal("cost_source"), ...origin }),
  z.strictObject({ to: z.literal("cost_amount"), ...origin }),
  z.strictObject({ to: z.literal("cost_currency"), ...origin }),
  z.strictObject({ to: z.literal("property"), key: eventKey, type: z.enum(FIELD_TYPES), ...origin }),
] as const;

const columnSchema = z
  .discriminatedUnion("to", targets)
  .refine((entry) => (entry.column === undefined) !== (entry.value === undefined), {
    error: "needs either a column or a value",
  });
export type MappedColumn = z.infer<typeof columnSchema>;
export type TargetName = MappedColumn["to"];

/** Which rows, by a cell: those with one of the words, or with a number above the bound. */
const whenSchema = z.union([
  z.strictObject({ column: z.string().min(1), is: words.min(1) }),
  z.strictObject({ column: z.string().min(1), above: z.number() }),
  z.strictObject({ column: z.string().min(1), atMost: z.number() }),
]);

/** An event that a row stands for. Without rules each row is one event of its `event_type`. */
const eventRuleSchema = z.strictObject({
  type: eventKey,
  when: whenSchema.nullable().default(null),
  /** The column that says when; else the one mapped to `event_time`. */
  time: z.string().min(1).optional(),
  /** The column that says how many; none: one. */
  times: z.string().min(1).optional(),
  /** Keys of the mapped properties that the event carries; absent: all of them. */
  properties: z.array(eventKey).optional(),
});
export type EventRule = z.infer<typeof eventRuleSchema>;

/** How a file is to be read and what its columns mean: a JSON file beside the data, or made on the page. */
export const mappingSchema = z.strictObject({
  kind: z.enum(IMPORT_KINDS),
  /** Names the system the file comes from: ids and events count within it. */
  source: sourceKey.default("file"),
  dialect: dialectOverridesSchema.default({}),
  /** Words that mean "no value", whatever their case. */
  missing: words.default([]),
  decimal: z.enum(DECIMAL_MARKS).default("point"),
  dates: z.enum(DATE_ORDERS).default("year_first"),
  /** The zone of times written without one; else the organisation's. */
  timeZone: z.string().refine(isTimeZone, { error: "must be a time zone, as Europe/Amsterdam" }).optional(),
  /** The currency of values without one (ISO 4217); else the organisation's. */
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, { error: "must be three capital letters, as EUR" })
    .optional(),
  /** What becomes of events and outcomes of leads not known yet. */
  unknownLeads: z.enum(["reject", "create"]).default("reject"),
  columns: z.array(columnSchema).max(500),
  events: z.array(eventRuleSchema).min(1).max(50).optional(),
});
export type Mapping = z.infer<typeof mappingSchema>;

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
