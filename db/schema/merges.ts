import { sql } from "drizzle-orm";
import { bigint, check, index, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { MERGE_CAUSES } from "#lib/leads/merge-cause.ts";
import { instant, leadId, oneOf } from "./columns.ts";
import { users } from "./users.ts";

/** Which record went into which lead. What belonged to it is remembered, so that it can be taken out again. */
export const leadMerges = pgTable(
  "lead_merges",
  {
    /** The lead that both are now: it follows when that one goes into another. */
    leadId: leadId(),
    id: bigint("id", { mode: "number" }).generatedAlwaysAsIdentity().notNull(),
    /** The number of the record that is no more; that of the lead again once the merge is undone. */
    mergedId: bigint("merged_id", { mode: "number" }).notNull(),
    at: instant("at").notNull(),
    cause: text("cause", { enum: MERGE_CAUSES }).notNull(),
    actorId: bigint("actor_id", { mode: "number" }).references(() => users.id, { onDelete: "set null" }),
    undoneAt: instant("undone_at"),
    /** As `remember-merge.ts` writes it: rows as PostgreSQL has them. Empty once the merge is undone. */
    memory: jsonb("memory").$type<unknown>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.leadId, table.id] }),
    index("lead_merges_merged_id_idx").on(table.mergedId),
    index("lead_merges_actor_id_idx").on(table.actorId).where(sql`${table.actorId} is not null`),
    check("lead_merges_cause_check", sql`${table.cause} in (${oneOf(MERGE_CAUSES)})`),
  ],
);
