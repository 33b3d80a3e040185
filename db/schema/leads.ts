import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { bigint, boolean, check, index, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { STAGES } from "#lib/lifecycle/constants.ts";
import type { FieldValue } from "#lib/scoring/facts.ts";
import { instant, leadId, localDay, oneOf } from "./columns.ts";
import { users } from "./users.ts";

/** How many digits of a number `phoneKey` keeps. */
export const PHONE_DIGITS = 8;

/** The last digits of a telephone number, without a country's and the nought before a town's: two ways to write it agree on these. */
export function phoneKey(phone: SQLWrapper): SQL {
  return sql`right(regexp_replace(${phone}, '\\D', '', 'g'), ${sql.raw(String(PHONE_DIGITS))})`;
}

export const leads = pgTable(
  "leads",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    /** Without a foreign key, as leads and accounts may be spread by keys of their own. */
    accountId: bigint("account_id", { mode: "number" }),
    firstName: text("first_name"),
    lastName: text("last_name"),
    email: text("email"),
    phone: text("phone"),
    jobTitle: text("job_title"),
    country: text("country"),
    city: text("city"),
    language: text("language"),
    source: text("source"),
    /** Values of the organisation's own fields, by key. */
    custom: jsonb("custom").$type<Record<string, FieldValue>>().notNull().default({}),
    ownerId: bigint("owner_id", { mode: "number" }).references(() => users.id, { onDelete: "set null" }),
    stage: text("stage", { enum: STAGES }).notNull().default("lead"),
    stageEnteredAt: instant("stage_entered_at").notNull(),
    /** The day a recycled lead may be handed over again. */
    returnsOn: localDay("returns_on"),
    mayCall: boolean("may_call").notNull().default(true),
    mayEmail: boolean("may_email").notNull().default(true),
    mayScore: boolean("may_score").notNull().default(true),
    /** When the lead came to be, as its source says; field values without a time of their own count from here. */
    createdAt: instant("created_at").notNull(),
    createdDay: localDay("created_day").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    index("leads_account_id_idx").on(table.accountId),
    index("leads_owner_id_idx").on(table.ownerId, table.id),
    index("leads_stage_idx").on(table.stage),
    index("leads_returns_on_idx").on(table.returnsOn, table.id).where(sql`${table.stage} = 'recycled'`),
    // Who was handed over to sales and is nobody's yet.
    index("leads_waiting_idx")
      .on(table.ownerId, table.stageEnteredAt, table.id)
      .where(sql`${table.stage} = 'marketing_qualified'`),
    index("leads_created_at_idx").on(table.createdAt, table.id),
    // As `db/queries/lead-order.ts` sorts by name.
    index("leads_name_idx").on(
      sql`lower(coalesce(nullif(btrim(coalesce(${table.lastName}, '') || ' ' || coalesce(${table.firstName}, '')), ''), ${table.email}) collate "und-x-icu")`,
      table.id,
    ),
    index("leads_phone_idx").on(phoneKey(table.phone)),
    // A list's order has the lead in the lower half of a number: see `ranked`.
    check("leads_id_check", sql`${table.id} < 4294967296`),
    check("leads_stage_check", sql`${table.stage} in (${oneOf(STAGES)})`),
  ],
);

/**
 * What names one lead: `email` (lower case, no blanks) or `external:<source>`. Without a foreign
 * key, so that it can be spread by its own key while leads are spread by theirs.
 */
export const leadIdentities = pgTable(
  "lead_identities",
  {
    kind: text("kind").notNull(),
    value: text("value").notNull(),
    leadId: leadId(),
  },
  (table) => [
    primaryKey({ columns: [table.kind, table.value] }),
    index("lead_identities_lead_id_idx").on(table.leadId),
  ],
);

/**
 * History of a field that changed: the value it had from the lead's creation (`is_timed` false) and
 * each later one. A field without rows has had its current value from the start. Append-only.
 */
export const leadFieldValues = pgTable(
  "lead_field_values",
  {
    leadId: leadId(),
    field: text("field").notNull(),
    validFrom: instant("valid_from").notNull(),
    /** null: emptied, or not set before. */
    value: jsonb("value").$type<FieldValue | null>(),
    /** Whether the source gave the time; otherwise it is the lead's creation or the arrival. */
    isTimed: boolean("is_timed").notNull(),
  },
  (table) => [primaryKey({ columns: [table.leadId, table.field, table.validFrom] })],
);
