import { sql } from "drizzle-orm";
import { bigint, boolean, check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import {
  CHANGE_CAUSES,
  DISPOSITIONS,
  OUTCOME_RESULTS,
  REJECTION_REASONS,
  STAGES,
  TOUCH_KINDS,
} from "#lib/lifecycle/constants.ts";
import { OWNER_CHANGE_CAUSES, ROUTE_WAYS } from "#lib/lifecycle/owner-change.ts";
import { TRANSITIONS } from "#lib/lifecycle/transitions.ts";
import { AXES } from "#lib/scoring/definition.ts";
import { instant, leadId, localDay, oneOf } from "./columns.ts";
import { scoreThen } from "./scores.ts";
import { users } from "./users.ts";

const rowId = () => bigint("id", { mode: "number" }).generatedAlwaysAsIdentity().notNull();
const actorId = () => bigint("actor_id", { mode: "number" }).references(() => users.id, { onDelete: "set null" });

/** Whether a change of stage is one that there is. */
const isTransition = sql.join(
  TRANSITIONS.map(
    ({ from, to, causes }) =>
      sql`(from_stage in (${oneOf(from)}) and to_stage in (${oneOf(to)}) and cause in (${oneOf(causes)}))`,
  ),
  sql` or `,
);

/** Every change of a lead's stage; KPIs come from these rows only. An undone one stays, marked, and counts nowhere. */
export const stageChanges = pgTable(
  "stage_changes",
  {
    leadId: leadId(),
    id: rowId(),
    at: instant("at").notNull(),
    /** null for the first stage of a new lead. */
    fromStage: text("from_stage", { enum: STAGES }),
    toStage: text("to_stage", { enum: STAGES }).notNull(),
    cause: text("cause", { enum: CHANGE_CAUSES }).notNull(),
    reason: text("reason", { enum: REJECTION_REASONS }),
    actorId: actorId(),
    /** The touch of the same lead that made it. */
    touchId: bigint("touch_id", { mode: "number" }),
    undoneAt: instant("undone_at"),
    ...scoreThen(),
  },
  (table) => [
    primaryKey({ columns: [table.leadId, table.id] }),
    index("stage_changes_at_idx").on(table.at),
    // Of most leads only the arrival is there, which nobody made and which has no score.
    index("stage_changes_actor_id_idx").on(table.actorId).where(sql`${table.actorId} is not null`),
    index("stage_changes_version_id_idx").on(table.versionId).where(sql`${table.versionId} is not null`),
    check("stage_changes_to_stage_check", sql`${table.toStage} in (${oneOf(STAGES)})`),
    check("stage_changes_cause_check", sql`${table.cause} in (${oneOf(CHANGE_CAUSES)})`),
    check("stage_changes_transition_check", sql`${table.fromStage} is null or ${isTransition}`),
    check("stage_changes_reason_check", sql`${table.reason} in (${oneOf(REJECTION_REASONS)})`),
  ],
);

/** What a person did with a lead. An undone touch stays, marked, and counts nowhere. */
export const touches = pgTable(
  "touches",
  {
    leadId: leadId(),
    id: rowId(),
    at: instant("at").notNull(),
    kind: text("kind", { enum: TOUCH_KINDS }).notNull(),
    disposition: text("disposition", { enum: DISPOSITIONS }),
    reason: text("reason", { enum: REJECTION_REASONS }),
    note: text("note").notNull().default(""),
    snoozedUntil: localDay("snoozed_until"),
    /** Minute of that day, where a time was agreed on. */
    snoozedMinute: integer("snoozed_minute"),
    actorId: actorId(),
    /** The page's own name of a note: sent again, in another tab or after a lost answer, it is the same note. */
    clientId: uuid("client_id"),
    /** Owner and stage before a disposition, or before a lead was opened again, for undo to put back; null for other touches. */
    before: jsonb("before").$type<unknown>(),
    undoneAt: instant("undone_at"),
    ...scoreThen(),
  },
  (table) => [
    primaryKey({ columns: [table.leadId, table.id] }),
    index("touches_actor_id_at_idx").on(table.actorId, table.at),
    index("touches_at_idx").on(table.at),
    index("touches_snoozed_idx")
      .on(table.leadId, table.snoozedUntil)
      .where(sql`${table.disposition} = 'snoozed' and ${table.undoneAt} is null`),
    index("touches_version_id_idx").on(table.versionId),
    check("touches_kind_check", sql`${table.kind} in (${oneOf(TOUCH_KINDS)})`),
    check("touches_disposition_check", sql`${table.disposition} in (${oneOf(DISPOSITIONS)})`),
    check("touches_reason_check", sql`${table.reason} in (${oneOf(REJECTION_REASONS)})`),
    check(
      "touches_snoozed_minute_check",
      sql`${table.snoozedMinute} is null or (${table.snoozedUntil} is not null and ${table.snoozedMinute} between 0 and 1439)`,
    ),
  ],
);

/** Every change of a lead's owner but the one it came with. An undone one stays, marked. */
export const ownerChanges = pgTable(
  "owner_changes",
  {
    leadId: leadId(),
    id: rowId(),
    at: instant("at").notNull(),
    fromUserId: bigint("from_user_id", { mode: "number" }).references(() => users.id, { onDelete: "set null" }),
    toUserId: bigint("to_user_id", { mode: "number" }).references(() => users.id, { onDelete: "set null" }),
    cause: text("cause", { enum: OWNER_CHANGE_CAUSES }).notNull(),
    /** null unless it was routed. */
    way: text("way", { enum: ROUTE_WAYS }),
    /** The name of the rule that routed it, as it was then. */
    rule: text("rule"),
    note: text("note").notNull().default(""),
    actorId: actorId(),
    /** The touch of the same lead that made it. */
    touchId: bigint("touch_id", { mode: "number" }),
    undoneAt: instant("undone_at"),
  },
  (table) => [
    primaryKey({ columns: [table.leadId, table.id] }),
    index("owner_changes_from_user_id_idx").on(table.fromUserId).where(sql`${table.fromUserId} is not null`),
    index("owner_changes_to_user_id_idx").on(table.toUserId, table.at).where(sql`${table.toUserId} is not null`),
    index("owner_changes_actor_id_idx").on(table.actorId).where(sql`${table.actorId} is not null`),
    check("owner_changes_cause_check", sql`${table.cause} in (${oneOf(OWNER_CHANGE_CAUSES)})`),
    check("owner_changes_way_check", sql`${table.way} in (${oneOf(ROUTE_WAYS)})`),
    check("owner_changes_routed_check", sql`(${table.cause} = 'routed') = (${table.way} is not null)`),
  ],
);

/** Manual corrections of one axis; a withdrawn one stays, marked. */
export const adjustments = pgTable(
  "adjustments",
  {
    leadId: leadId(),
    id: rowId(),
    at: instant("at").notNull(),
    axis: text("axis", { enum: AXES }).notNull(),
    centipoints: integer("centipoints").notNull(),
    reason: text("reason").notNull(),
    firstDay: localDay("first_day").notNull(),
    lastDay: localDay("last_day"),
    actorId: actorId(),
    withdrawnAt: instant("withdrawn_at"),
    ...scoreThen(),
  },
  (table) => [
    primaryKey({ columns: [table.leadId, table.id] }),
    index("adjustments_actor_id_idx").on(table.actorId),
    index("adjustments_version_id_idx").on(table.versionId),
    check("adjustments_axis_check", sql`${table.axis} in (${oneOf(AXES)})`),
  ],
);

/** Deals won and lost. */
export const outcomes = pgTable(
  "outcomes",
  {
    leadId: leadId(),
    /** The deal's id at its source, or made of lead, result and time: what makes a second import change nothing. */
    id: text("id").notNull(),
    result: text("result", { enum: OUTCOME_RESULTS }).notNull(),
    at: instant("at").notNull(),
    /** Whether the source gave the time; otherwise it is the arrival. */
    isTimed: boolean("is_timed").notNull(),
    valueMinor: bigint("value_minor", { mode: "number" }),
    /** ISO 4217; null exactly when there is no value. */
    currency: text("currency"),
    receivedAt: instant("received_at").notNull(),
    ...scoreThen(),
  },
  (table) => [
    primaryKey({ columns: [table.leadId, table.id] }),
    index("outcomes_at_idx").on(table.at),
    index("outcomes_version_id_idx").on(table.versionId),
    check("outcomes_result_check", sql`${table.result} in (${oneOf(OUTCOME_RESULTS)})`),
    check("outcomes_currency_check", sql`(${table.valueMinor} is null) = (${table.currency} is null)`),
  ],
);

/** The lists of the day that were made. What comes onto one later is a newcomer, also where nobody stood on it. */
export const callLists = pgTable(
  "call_lists",
  {
    userId: bigint("user_id", { mode: "number" })
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    day: localDay("day").notNull(),
    madeAt: instant("made_at").notNull(),
    /** Leads that came in within minutes before, and were there to choose from: none of them is a newcomer to it. */
    seenLeadIds: bigint("seen_lead_ids", { mode: "number" }).array().notNull().default([]),
  },
  (table) => [primaryKey({ columns: [table.userId, table.day] })],
);

/** The call list of a rep's day as it was made: order and score then. */
export const callListEntries = pgTable(
  "call_list_entries",
  {
    leadId: leadId(),
    userId: bigint("user_id", { mode: "number" })
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    day: localDay("day").notNull(),
    rank: integer("rank").notNull(),
    shownAt: instant("shown_at").notNull(),
    /** Another lead that stood on this list and became one with this. */
    mergedLeadId: bigint("merged_lead_id", { mode: "number" }),
    ...scoreThen(),
  },
  (table) => [
    primaryKey({ columns: [table.leadId, table.userId, table.day] }),
    index("call_list_entries_user_id_day_rank_idx").on(table.userId, table.day, table.rank),
    index("call_list_entries_day_idx").on(table.day),
    index("call_list_entries_version_id_idx").on(table.versionId),
  ],
);
