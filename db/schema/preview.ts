import { sql } from "drizzle-orm";
import { customType, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { CriterionNotes } from "#lib/backtest/criterion-notes.ts";
import type { PastSpan } from "#lib/backtest/past-span.ts";
import { PREVIEW_KINDS } from "#lib/preview/answer.ts";
import type { Reach } from "#lib/preview/reach.ts";
import type { Criterion } from "#lib/scoring/definition.ts";
import { instant, localDay } from "./columns.ts";
import { models } from "./models.ts";
import { generations } from "./scores.ts";

const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => "bytea" });

/**
 * Leads that an editor holds while a model is changed, as a generation found them: those that a model of this reach
 * would score, or a sample of them, a row each; a past base has a row for each day on which a lead was open. Made by the worker when it is asked for, and gone with its generation.
 * Before the first pass it belongs to none.
 */
export const previewBases = pgTable(
  "preview_bases",
  {
    id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
    kind: text("kind", { enum: PREVIEW_KINDS }).notNull().default("now"),
    modelId: integer("model_id")
      .notNull()
      .references(() => models.id),
    /** null: before the first pass. */
    generationId: integer("generation_id").references(() => generations.id),
    /** Without a generation the day that is measured; null with one, which has a day. */
    day: localDay("day"),
    reach: jsonb("reach").$type<Reach>().notNull(),
    /** Of the reach, which may be long; before the first pass also of what may have changed the facts since. */
    digest: text("digest").notNull(),
    /** null until it is made. */
    madeAt: instant("made_at"),
    size: integer("size").notNull().default(0),
    /** How many of all leads were looked at, and how many there were. */
    looked: integer("looked").notNull().default(0),
    total: integer("total").notNull().default(0),
    /** Of a past base. */
    past: jsonb("past").$type<PastSpan>(),
  },
  (table) => [
    uniqueIndex("preview_bases_key").on(table.modelId, table.generationId, table.digest),
    uniqueIndex("preview_bases_first_key").on(table.modelId, table.digest).where(sql`${table.generationId} is null`),
    index("preview_bases_generation_id_idx").on(table.generationId),
  ],
);

/**
 * What a base holds of each of its rows, packed (`lib/preview/pack.ts`): the factor sums of a criterion, the newest event
 * that counts for any of some criteria, or a part of the rows themselves (`BASE_PARTS`).
 */
export const previewColumns = pgTable(
  "preview_columns",
  {
    baseId: integer("base_id")
      .notNull()
      .references(() => previewBases.id, { onDelete: "cascade" }),
    /** Of what is measured; the name of a part. */
    digest: text("digest").notNull(),
    /** null for a part. */
    criterion: jsonb("criterion").$type<Criterion | readonly Criterion[]>(),
    /** null until it is measured. */
    packed: bytes("packed"),
    /** Of a criterion in a past base. */
    notes: jsonb("notes").$type<CriterionNotes>(),
  },
  (table) => [primaryKey({ columns: [table.baseId, table.digest] })],
);
