import { sql } from "drizzle-orm";
import { bigint, check, index, integer, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "./columns.ts";
import { users } from "./users.ts";

/** Whose leads become that are nobody's: one row, once somebody has said something. */
export const routing = pgTable(
  "routing",
  {
    id: integer("id").primaryKey().default(1),
    /** Counts what was saved, so that two people cannot overwrite each other unseen. */
    revision: integer("revision").notNull(),
    /** The rules in order, as `routingSchema` reads them. */
    rules: jsonb("rules").$type<unknown>().notNull(),
    waitMinutes: integer("wait_minutes").notNull(),
    fallbackUserId: bigint("fallback_user_id", { mode: "number" }).references(() => users.id, { onDelete: "set null" }),
    /** Leads that wait since then or earlier, for longer than the rule allows, were told. */
    toldUntil: instant("told_until"),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    check("routing_single_check", sql`${table.id} = 1`),
    index("routing_fallback_user_id_idx").on(table.fallbackUserId),
  ],
);

/** How many turns each rule has given; an empty key: those of everybody at work. */
export const routingTurns = pgTable("routing_turns", {
  pool: text("pool").primaryKey(),
  turns: bigint("turns", { mode: "number" }).notNull(),
});
