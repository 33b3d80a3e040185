import { sql } from "drizzle-orm";
import { bigint, check, index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { instant, localDay } from "./columns.ts";
import { users } from "./users.ts";

const person = (name: string) => bigint(name, { mode: "number" }).references(() => users.id, { onDelete: "set null" });

/** What marketing and sales decided to do, at their meeting every two weeks. */
export const reviewActions = pgTable(
  "review_actions",
  {
    id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
    body: text("body").notNull(),
    /** The lead that it came up with; a record that is no more is not found. null: none in particular. */
    leadId: bigint("lead_id", { mode: "number" }),
    decidedAt: instant("decided_at").notNull(),
    decidedBy: person("decided_by"),
    /** Who does it, by when. */
    ownerId: person("owner_id"),
    dueOn: localDay("due_on").notNull(),
    /** null while it is open. */
    doneAt: instant("done_at"),
    doneBy: person("done_by"),
  },
  (table) => [
    index("review_actions_decided_by_idx").on(table.decidedBy),
    index("review_actions_owner_id_idx").on(table.ownerId),
    index("review_actions_done_by_idx").on(table.doneBy),
    check("review_actions_done_check", sql`${table.doneAt} is not null or ${table.doneBy} is null`),
  ],
);

/** The reviews of the models that were held, one a quarter. */
export const modelReviews = pgTable(
  "model_reviews",
  {
    /** Its first day. */
    quarter: localDay("quarter").primaryKey(),
    heldAt: instant("held_at").notNull(),
    heldBy: person("held_by"),
    conclusion: text("conclusion").notNull(),
  },
  (table) => [index("model_reviews_held_by_idx").on(table.heldBy)],
);
