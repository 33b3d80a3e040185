import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import type { ChangeCause } from "#lib/lifecycle/constants.ts";
import { MODEL_KINDS } from "#lib/scoring/definition.ts";
import type { FieldCatalogue } from "#lib/scoring/facts.ts";
import { createdAt, instant, leadId, localDay, oneOf } from "./columns.ts";
import { namings } from "./events.ts";
import { modelVersions } from "./models.ts";

export const GENERATION_STATUSES = ["building", "current", "retired", "failed"] as const;
export const GENERATION_CAUSES = ["publish", "return", "models", "day", "import", "account", "naming", "zone"] as const;
export type GenerationCause = (typeof GENERATION_CAUSES)[number];

/** One consistent set of stored scores: all that decides a score besides the facts. */
export const generations = pgTable(
  "generations",
  {
    id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
    status: text("status", { enum: GENERATION_STATUSES }).notNull(),
    cause: text("cause", { enum: GENERATION_CAUSES }).notNull(),
    day: localDay("day").notNull(),
    timeZone: text("time_zone").notNull(),
    /** Model versions by id, in the order in which they are tried. */
    versionIds: integer("version_ids").array().notNull(),
    /** null: events count under their own names. */
    namingId: integer("naming_id").references(() => namings.id),
    fieldTypes: jsonb("field_types").$type<FieldCatalogue>().notNull(),
    createdAt: createdAt(),
    switchedAt: instant("switched_at"),
    leadsTotal: integer("leads_total"),
    leadsDone: integer("leads_done").notNull().default(0),
    /** When what its scores changed was written to `score_changes`; null: not yet. */
    changesLoggedAt: instant("changes_logged_at"),
    /** How many leads it moved from which cell to which. */
    moves: jsonb("moves").$type<unknown>(),
    /** Leads that newly qualified by it. */
    qualified: integer("qualified").notNull().default(0),
    /** The first day of the month whose snapshot its pass took; null: an earlier one had taken it. */
    snapshotMonth: localDay("snapshot_month"),
    /** When all that follows from its switch was done; null: not yet. */
    concludedAt: instant("concluded_at"),
  },
  (table) => [
    check("generations_status_check", sql`${table.status} in (${oneOf(GENERATION_STATUSES)})`),
    check("generations_cause_check", sql`${table.cause} in (${oneOf(GENERATION_CAUSES)})`),
    index("generations_status_idx").on(table.status),
    index("generations_naming_id_idx").on(table.namingId),
    uniqueIndex("generations_snapshot_month_key").on(table.snapshotMonth),
  ],
);

/**
 * A score and its lead as one number, the lead below the score. An index of it is built in half the time of one of
 * the two columns: so many leads share a score that PostgreSQL mostly has to compare the second as well.
 */
export function ranked(score: SQLWrapper, lead: SQLWrapper): SQL {
  return sql`((${score}::bigint << 32) + ${lead})`;
}

/**
 * A score below the number of its cell, in the order of cells and of scores within each. A cell is a letter and a digit
 * from 1 to 5, which differ in their last four bits; a score takes up to 14.
 */
export function scoreInCell(cell: SQLWrapper, score: SQLWrapper): SQL {
  return sql`((ascii(${cell}) * 16 + ascii(right(${cell}, 1))) * 16384 + ${score})`;
}

/**
 * Stored scores in centipoints, one partition per generation (made with it, dropped after it). A
 * lead has a row exactly when it may be scored and a model applies.
 */
export const leadScores = pgTable(
  "lead_scores",
  {
    leadId: leadId(),
    kind: text("kind", { enum: MODEL_KINDS }).notNull(),
    generationId: integer("generation_id").notNull(),
    versionId: integer("version_id").notNull(),
    fit: integer("fit").notNull(),
    engagement: integer("engagement").notNull(),
    combined: integer("combined").notNull(),
    cell: text("cell").notNull(),
    qualifies: boolean("qualifies").notNull(),
    /** Fields the score rests on, of those the model asks for. */
    knownFields: integer("known_fields").notNull(),
    askedFields: integer("asked_fields").notNull(),
    /** The newest event that counted; null when none did. */
    newestEventAt: instant("newest_event_at"),
  },
  (table) => [
    primaryKey({ columns: [table.leadId, table.kind, table.generationId] }),
    // One for each order of the list, read forwards and backwards; without `kind`, which all rows share and which would
    // make comparing, and so building them at the end of each pass, three times as slow.
    index("lead_scores_combined_idx").on(ranked(table.combined, table.leadId)),
    index("lead_scores_fit_idx").on(ranked(table.fit, table.leadId)),
    index("lead_scores_engagement_idx").on(ranked(table.engagement, table.leadId)),
    index("lead_scores_newest_event_at_idx").on(table.newestEventAt, table.leadId),
    index("lead_scores_cell_combined_idx").on(ranked(scoreInCell(table.cell, table.combined), table.leadId)),
    check("lead_scores_kind_check", sql`${table.kind} in (${oneOf(MODEL_KINDS)})`),
  ],
);

/**
 * The leads of a pass in ranges of ids, each filled in one transaction that keeps its row locked: what
 * nobody has locked is free to be taken. Gone when the pass is done.
 */
export const passSlices = pgTable(
  "pass_slices",
  {
    generationId: integer("generation_id")
      .notNull()
      .references(() => generations.id, { onDelete: "cascade" }),
    fromLead: bigint("from_lead", { mode: "number" }).notNull(),
    toLead: bigint("to_lead", { mode: "number" }).notNull(),
    leads: integer("leads").notNull(),
    scored: integer("scored").notNull().default(0),
    isDone: boolean("is_done").notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.generationId, table.fromLead] })],
);

/** Leads that changed while a generation was building; its switch scores them again. */
export const touchedLeads = pgTable(
  "touched_leads",
  { leadId: leadId(), generationId: integer("generation_id").notNull() },
  (table) => [primaryKey({ columns: [table.leadId, table.generationId] })],
);

export const DUE_CAUSES = ["import", "account"] as const satisfies readonly ChangeCause[];
export type DueCause = (typeof DUE_CAUSES)[number];

/** Leads whose facts changed without a score of their own transaction (an import, an account): the worker scores them. */
export const dueLeads = pgTable(
  "due_leads",
  {
    leadId: bigint("lead_id", { mode: "number" }).primaryKey(),
    since: instant("since").notNull(),
    cause: text("cause", { enum: DUE_CAUSES }).notNull().default("import"),
  },
  (table) => [
    // An import makes many due; the few of an account are found beside them.
    index("due_leads_account_idx").on(table.leadId).where(sql`${table.cause} = 'account'`),
    check("due_leads_cause_check", sql`${table.cause} in (${oneOf(DUE_CAUSES)})`),
  ],
);

/** A score as it stood when something happened; null throughout for a lead without one. */
export const scoreThen = () => ({
  fit: integer("fit"),
  engagement: integer("engagement"),
  combined: integer("combined"),
  cell: text("cell"),
  versionId: integer("version_id").references(() => modelVersions.id),
});
