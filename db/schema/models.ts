import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  check,
  index,
  integer,
  jsonb,
  pgSequence,
  pgTable,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { type Definition, MODEL_KINDS } from "#lib/scoring/definition.ts";
import { createdAt, instant, oneOf } from "./columns.ts";
import { users } from "./users.ts";

export const models = pgTable(
  "models",
  {
    id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
    kind: text("kind", { enum: MODEL_KINDS }).notNull(),
    /** Of several models the first that matches a lead applies. */
    position: integer("position").notNull(),
    createdAt: createdAt(),
    /** null while it is in use; a retired model scores no lead, and its versions stay to be read. */
    retiredAt: instant("retired_at"),
  },
  (table) => [
    uniqueIndex("models_kind_position_key").on(table.kind, table.position),
    check("models_kind_check", sql`${table.kind} in (${oneOf(MODEL_KINDS)})`),
  ],
);

/**
 * The models in use, in the order in which they were tried, until it was changed. A model that is added comes last and is
 * no change: before its first version it takes no lead. Append-only.
 */
export const modelOrders = pgTable(
  "model_orders",
  {
    id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
    modelIds: integer("model_ids").array().notNull(),
    until: instant("until").notNull(),
  },
  (table) => [index("model_orders_until_idx").on(table.until)],
);

/** Versions are immutable once published; `number` counts them per model. */
export const modelVersions = pgTable(
  "model_versions",
  {
    id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
    modelId: integer("model_id")
      .notNull()
      .references(() => models.id),
    number: integer("number").notNull(),
    definition: jsonb("definition").$type<Definition>().notNull(),
    publishedAt: instant("published_at").notNull(),
    publishedBy: bigint("published_by", { mode: "number" }).references(() => users.id, { onDelete: "set null" }),
    note: text("note").notNull().default(""),
    /** The earlier version that this one returns to: the same definition again. */
    returnsToVersionId: integer("returns_to_version_id").references((): AnyPgColumn => modelVersions.id),
  },
  (table) => [
    uniqueIndex("model_versions_model_id_number_key").on(table.modelId, table.number),
    index("model_versions_published_by_idx").on(table.publishedBy),
    index("model_versions_returns_to_version_id_idx").on(table.returnsToVersionId),
  ],
);

/**
 * Of all drafts together: a number that comes once names one save, so what was seen of a draft that is gone is never
 * taken for the one after it.
 */
export const draftRevisions = pgSequence("draft_revisions");

/** The one draft of a model; `revision` is another with each save, and higher, so that no save overwrites another unseen. */
export const modelDrafts = pgTable(
  "model_drafts",
  {
    modelId: integer("model_id")
      .primaryKey()
      .references(() => models.id),
    baseVersionId: integer("base_version_id").references(() => modelVersions.id),
    definition: jsonb("definition").$type<Definition>().notNull(),
    revision: integer("revision").notNull(),
    updatedAt: instant("updated_at").notNull(),
    updatedBy: bigint("updated_by", { mode: "number" }).references(() => users.id, { onDelete: "set null" }),
    /** When somebody asked for the signatures, and who; null: nobody did. */
    askedAt: instant("asked_at"),
    askedBy: bigint("asked_by", { mode: "number" }).references(() => users.id, { onDelete: "set null" }),
  },
  (table) => [
    index("model_drafts_base_version_id_idx").on(table.baseVersionId),
    index("model_drafts_updated_by_idx").on(table.updatedBy),
    index("model_drafts_asked_by_idx").on(table.askedBy),
  ],
);
