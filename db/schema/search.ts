import { sql } from "drizzle-orm";
import { bigint, index, pgTable, text } from "drizzle-orm/pg-core";
import { leadId } from "./columns.ts";

/**
 * What a search looks leads up by. Kept by the worker and not with the lead: an index of every three
 * signs in the table of leads would take a third of an import's time. Where it is behind,
 * `search_due` says so.
 */
export const leadSearch = pgTable(
  "lead_search",
  {
    leadId: leadId().primaryKey(),
    /** Name and e-mail address in lower case. */
    words: text("words").notNull(),
  },
  (table) => [
    // Any three signs in a row, by the extension pg_trgm.
    index("lead_search_words_idx").using("gin", sql`${table.words} gin_trgm_ops`),
  ],
);

/**
 * Leads, from one id to another, that are not or no longer as `lead_search` has them: written by
 * triggers, so no write can forget it.
 */
export const searchDue = pgTable("search_due", {
  id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
  firstLeadId: bigint("first_lead_id", { mode: "number" }).notNull(),
  lastLeadId: bigint("last_lead_id", { mode: "number" }).notNull(),
});

/** One row: how often `lead_search` was brought up to date. Whoever has read it knows it as long as that stays. */
export const searchState = pgTable("search_state", {
  batches: bigint("batches", { mode: "number" }).notNull(),
});
