import { sql } from "drizzle-orm";
import { bigint, check, customType, index, pgTable, text } from "drizzle-orm/pg-core";
import { instant, oneOf } from "./columns.ts";

const transactionId = customType<{ data: string }>({ dataType: () => "xid8" });

/**
 * What changed of leads: where they stand (`lead`), their scores, how they ended (won, lost, disqualified),
 * or what else happened on their way.
 */
const CHANGED_PARTS = ["lead", "score", "end", "way"] as const;
export type ChangedPart = (typeof CHANGED_PARTS)[number];

/**
 * Leads of which something changed that lists and figures count by: written by triggers, so no write can forget
 * it, and read by every process that keeps leads counted. Rows go after an hour.
 */
export const censusChanges = pgTable(
  "census_changes",
  {
    xid: transactionId("xid").notNull().default(sql`pg_current_xact_id()`),
    firstLeadId: bigint("first_lead_id", { mode: "number" }).notNull(),
    lastLeadId: bigint("last_lead_id", { mode: "number" }).notNull(),
    part: text("part", { enum: CHANGED_PARTS }).notNull(),
    at: instant("at").notNull().default(sql`clock_timestamp()`),
  },
  (table) => [
    index("census_changes_xid_idx").on(table.xid),
    check("census_changes_part_check", sql`${table.part} in (${oneOf(CHANGED_PARTS)})`),
  ],
);
