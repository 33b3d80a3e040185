import { sql } from "drizzle-orm";
import { bigint, check, index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant } from "./columns.ts";
import { imports } from "./imports.ts";
import { users } from "./users.ts";

/** What was spent on a source of leads in a month; each currency by itself. */
export const leadCosts = pgTable(
  "lead_costs",
  {
    /** `2026-03`. */
    month: text("month").notNull(),
    /** Empty: on leads without one. */
    source: text("source").notNull(),
    /** ISO 4217. */
    currency: text("currency").notNull(),
    minor: bigint("minor", { mode: "number" }).notNull(),
    /** The file that it came with; null: entered by hand. */
    importId: bigint("import_id", { mode: "number" }).references(() => imports.id, { onDelete: "set null" }),
    enteredBy: bigint("entered_by", { mode: "number" }).references(() => users.id, { onDelete: "set null" }),
    enteredAt: instant("entered_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.month, table.source, table.currency] }),
    index("lead_costs_entered_by_idx").on(table.enteredBy),
    index("lead_costs_import_id_idx").on(table.importId),
    check("lead_costs_month_check", sql`${table.month} ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'`),
    check("lead_costs_minor_check", sql`${table.minor} > 0`),
  ],
);
