import { sql } from "drizzle-orm";
import { bigint, check, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { SIDES } from "#lib/model/sign-off.ts";
import type { Definition } from "#lib/scoring/definition.ts";
import { createdAt, instant, oneOf } from "./columns.ts";
import { modelDrafts, modelVersions } from "./models.ts";
import { users } from "./users.ts";

/**
 * The newest signature of each side on a model's draft. It is on the hash of what the draft said: once
 * the draft says something else it is void, and is kept to tell so. Gone with the draft.
 */
export const draftSignatures = pgTable(
  "draft_signatures",
  {
    modelId: integer("model_id")
      .notNull()
      .references(() => modelDrafts.modelId, { onDelete: "cascade" }),
    side: text("side", { enum: SIDES }).notNull(),
    contentHash: text("content_hash").notNull(),
    /** What was signed, to tell what changed since. */
    definition: jsonb("definition").$type<Definition>().notNull(),
    signedAt: instant("signed_at").notNull(),
    signedBy: bigint("signed_by", { mode: "number" })
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
  },
  (table) => [
    primaryKey({ columns: [table.modelId, table.side] }),
    // Two signatures on the same content are of two people.
    uniqueIndex("draft_signatures_content_hash_signed_by_key").on(table.modelId, table.contentHash, table.signedBy),
    index("draft_signatures_signed_by_idx").on(table.signedBy),
    check("draft_signatures_side_check", sql`${table.side} in (${oneOf(SIDES)})`),
  ],
);

/** The signatures that a version was published with. */
export const versionSignatures = pgTable(
  "version_signatures",
  {
    versionId: integer("version_id")
      .notNull()
      .references(() => modelVersions.id),
    side: text("side", { enum: SIDES }).notNull(),
    contentHash: text("content_hash").notNull(),
    signedAt: instant("signed_at").notNull(),
    signedBy: bigint("signed_by", { mode: "number" }).references(() => users.id, { onDelete: "set null" }),
  },
  (table) => [
    primaryKey({ columns: [table.versionId, table.side] }),
    index("version_signatures_signed_by_idx").on(table.signedBy),
    check("version_signatures_side_check", sql`${table.side} in (${oneOf(SIDES)})`),
  ],
);

/** What people say of a draft, and said of it when it had become a version. */
export const modelComments = pgTable(
  "model_comments",
  {
    id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
    /** The model of whose draft it is; null once it is of a version. */
    draftOf: integer("draft_of").references(() => modelDrafts.modelId, { onDelete: "cascade" }),
    versionId: integer("version_id").references(() => modelVersions.id),
    /** A criterion or a part of the model: `lib/model/comment-topic.ts`. */
    topic: text("topic").notNull(),
    body: text("body").notNull(),
    createdAt: createdAt(),
    authorId: bigint("author_id", { mode: "number" }).references(() => users.id, { onDelete: "set null" }),
    resolvedAt: instant("resolved_at"),
    resolvedBy: bigint("resolved_by", { mode: "number" }).references(() => users.id, { onDelete: "set null" }),
  },
  (table) => [
    index("model_comments_draft_of_idx").on(table.draftOf),
    index("model_comments_version_id_idx").on(table.versionId),
    index("model_comments_author_id_idx").on(table.authorId),
    index("model_comments_resolved_by_idx").on(table.resolvedBy),
    check("model_comments_owner_check", sql`(${table.draftOf} is null) <> (${table.versionId} is null)`),
  ],
);
