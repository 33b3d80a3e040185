import { sql } from "drizzle-orm";
import { bigint, check, index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { CHANGE_CAUSES } from "#lib/lifecycle/constants.ts";
import { instant, leadId, localDay, oneOf } from "./columns.ts";
import { users } from "./users.ts";

/**
 * Every change of a lead's cell, with the score before and after it; null throughout where there was
 * none. Changes of stage are told by `stage_changes`. Versions stand without a foreign key, as in
 * `lead_scores`: a pass writes very many rows, and versions are never removed.
 */
export const scoreChanges = pgTable(
  "score_changes",
  {
    leadId: leadId(),
    /** The generation in which the score after it stands. */
    generationId: integer("generation_id").notNull(),
    /** 0: by the pass that made the generation, of which a lead has one at most; from 1: what came later. */
    n: integer("n").notNull(),
    at: instant("at").notNull(),
    cause: text("cause", { enum: CHANGE_CAUSES }).notNull(),
    actorId: bigint("actor_id", { mode: "number" }).references(() => users.id, { onDelete: "set null" }),
    fitBefore: integer("fit_before"),
    engagementBefore: integer("engagement_before"),
    combinedBefore: integer("combined_before"),
    cellBefore: text("cell_before"),
    versionBefore: integer("version_before"),
    fitAfter: integer("fit_after"),
    engagementAfter: integer("engagement_after"),
    combinedAfter: integer("combined_after"),
    cellAfter: text("cell_after"),
    versionAfter: integer("version_after"),
  },
  (table) => [
    primaryKey({ columns: [table.leadId, table.generationId, table.n] }),
    index("score_changes_actor_id_idx").on(table.actorId).where(sql`${table.actorId} is not null`),
    check("score_changes_cause_check", sql`${table.cause} in (${oneOf(CHANGE_CAUSES)})`),
  ],
);

/**
 * The score of a lead as it was when a generation came into force, null throughout without one. Kept
 * for leads that changed before the changes of its pass were written down, and gone after that.
 */
export const scoresAtSwitch = pgTable(
  "scores_at_switch",
  {
    leadId: leadId(),
    generationId: integer("generation_id").notNull(),
    fit: integer("fit"),
    engagement: integer("engagement"),
    combined: integer("combined"),
    cell: text("cell"),
    versionId: integer("version_id"),
  },
  (table) => [primaryKey({ columns: [table.leadId, table.generationId] })],
);

/** The scores of open leads at the first pass of each month. */
export const scoreSnapshots = pgTable(
  "score_snapshots",
  {
    leadId: leadId(),
    /** Its first day. */
    month: localDay("month").notNull(),
    fit: integer("fit").notNull(),
    engagement: integer("engagement").notNull(),
    combined: integer("combined").notNull(),
    cell: text("cell").notNull(),
    versionId: integer("version_id").notNull(),
  },
  (table) => [primaryKey({ columns: [table.leadId, table.month] })],
);
