import { sql } from "drizzle-orm";
import { bigint, boolean, check, index, integer, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { CAPACITY_PERIODS } from "#lib/backtest/capacity.ts";
import { DEFAULT_ROOM_POINTS, MOST_POINTS } from "#lib/leads/adjustment-room.ts";
import { HIGHEST_LIMIT_PERCENT, LOWEST_LIMIT_PERCENT, USUAL_LIMIT_PERCENT } from "#lib/performance/truth/limit.ts";
import { USUAL_WEEK } from "#lib/working-time/week.ts";
import { createdAt, instant, oneOf } from "./columns.ts";
import { apiKeys } from "./keys.ts";
import { generations } from "./scores.ts";
import { users } from "./users.ts";

/** One installation is one organisation: one row. */
export const organisation = pgTable(
  "organisation",
  {
    id: integer("id").primaryKey().default(1),
    name: text("name").notNull(),
    timeZone: text("time_zone").notNull(),
    /** ISO 4217. */
    currency: text("currency").notNull().default("EUR"),
    /** Days after scoring in which a conversion counts. */
    outcomeWindowDays: integer("outcome_window_days").notNull().default(90),
    /** How many leads handed over sales can take, in the period; null: nobody has said. */
    capacityLeads: integer("capacity_leads"),
    capacityPeriod: text("capacity_period", { enum: CAPACITY_PERIODS }).notNull().default("week"),
    /** Opening hours, Monday first. */
    workingWeek: jsonb("working_week").$type<unknown>().notNull().default(USUAL_WEEK),
    /** How far a rep may correct an axis of a lead, up or down, in points; 0: not at all. */
    repAdjustmentPoints: integer("rep_adjustment_points").notNull().default(DEFAULT_ROOM_POINTS),
    /** Below it the order of the score, an area under the curve, is alarming; in hundredths. */
    orderLimitPercent: integer("order_limit_percent").notNull().default(USUAL_LIMIT_PERCENT),
    isDemo: boolean("is_demo").notNull().default(false),
    /** Whether a draft is published only with the signatures of marketing and sales. */
    requiresSignOff: boolean("requires_sign_off").notNull().default(false),
    /** The scores in force; null before the first pass. */
    currentGenerationId: integer("current_generation_id").references(() => generations.id),
    createdAt: createdAt(),
  },
  (table) => [
    check("organisation_single_check", sql`${table.id} = 1`),
    check(
      "organisation_rep_adjustment_points_check",
      sql`${table.repAdjustmentPoints} between 0 and ${sql.raw(String(MOST_POINTS))}`,
    ),
    check(
      "organisation_order_limit_percent_check",
      sql`${table.orderLimitPercent} between ${sql.raw(String(LOWEST_LIMIT_PERCENT))} and ${sql.raw(String(HIGHEST_LIMIT_PERCENT))}`,
    ),
    check("organisation_capacity_period_check", sql`${table.capacityPeriod} in (${oneOf(CAPACITY_PERIODS)})`),
    index("organisation_current_generation_id_idx").on(table.currentGenerationId),
  ],
);

/** Who did what to the installation: users, settings, models, imports. */
export const auditLog = pgTable(
  "audit_log",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    at: instant("at").notNull(),
    /** null for the system itself and the command line. */
    actorId: bigint("actor_id", { mode: "number" }).references(() => users.id, { onDelete: "set null" }),
    /** The key that acted, where no person did. */
    keyId: bigint("key_id", { mode: "number" }).references(() => apiKeys.id),
    action: text("action").notNull(),
    subject: text("subject").notNull(),
    details: jsonb("details").$type<Record<string, unknown>>().notNull().default({}),
  },
  (table) => [
    index("audit_log_at_idx").on(table.at),
    index("audit_log_actor_id_idx").on(table.actorId),
    index("audit_log_key_id_idx").on(table.keyId).where(sql`${table.keyId} is not null`),
  ],
);
