import { sql } from "drizzle-orm";
import { bigint, boolean, customType, index, pgTable } from "drizzle-orm/pg-core";
import { instant } from "./columns.ts";

const transactionId = customType<{ data: string }>({ dataType: () => "xid8" });

/**
 * Leads of which something changed that lists count by: written by triggers, so no write can forget
 * it, and read by every process that keeps a census of the leads. Rows go after an hour.
 */
export const censusChanges = pgTable(
  "census_changes",
  {
    xid: transactionId("xid").notNull().default(sql`pg_current_xact_id()`),
    firstLeadId: bigint("first_lead_id", { mode: "number" }).notNull(),
    lastLeadId: bigint("last_lead_id", { mode: "number" }).notNull(),
    /** Whether it is about how a lead ended (won, lost, disqualified) and not about how it stands. */
    isEnd: boolean("is_end").notNull(),
    at: instant("at").notNull().default(sql`clock_timestamp()`),
  },
  (table) => [index("census_changes_xid_idx").on(table.xid)],
);
