import { sql } from "drizzle-orm";
import { bigint, check, index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import type { OwnItem } from "#lib/qualification/checklist.ts";
import { ANSWERS, FRAMEWORKS } from "#lib/qualification/frameworks.ts";
import { instant, leadId, oneOf } from "./columns.ts";
import { models } from "./models.ts";
import { users } from "./users.ts";

/** What is asked of the leads of a model; a model without a row has the usual checklist. */
export const modelChecklists = pgTable(
  "model_checklists",
  {
    modelId: integer("model_id")
      .primaryKey()
      .references(() => models.id),
    framework: text("framework", { enum: FRAMEWORKS }).notNull(),
    /** The organisation's own questions, kept while another framework is chosen. */
    own: jsonb("own").$type<readonly OwnItem[]>().notNull(),
    /** The number of the next own question: an answer never comes to stand under another question. */
    nextNumber: integer("next_number").notNull(),
    /** Rises with each save, so that nobody overwrites what they have not seen. */
    revision: integer("revision").notNull(),
    updatedAt: instant("updated_at").notNull(),
    updatedBy: bigint("updated_by", { mode: "number" }).references(() => users.id, { onDelete: "set null" }),
  },
  (table) => [
    index("model_checklists_updated_by_idx").on(table.updatedBy),
    check("model_checklists_framework_check", sql`${table.framework} in (${oneOf(FRAMEWORKS)})`),
  ],
);

/** What a lead answered; of each item the newest row holds. Append-only. */
export const qualificationAnswers = pgTable(
  "qualification_answers",
  {
    leadId: leadId(),
    id: bigint("id", { mode: "number" }).generatedAlwaysAsIdentity().notNull(),
    item: text("item").notNull(),
    answer: text("answer", { enum: ANSWERS }).notNull(),
    note: text("note").notNull().default(""),
    at: instant("at").notNull(),
    actorId: bigint("actor_id", { mode: "number" }).references(() => users.id, { onDelete: "set null" }),
  },
  (table) => [
    primaryKey({ columns: [table.leadId, table.id] }),
    index("qualification_answers_actor_id_idx").on(table.actorId),
    check("qualification_answers_answer_check", sql`${table.answer} in (${oneOf(ANSWERS)})`),
  ],
);
