import { bigint, index, integer, pgTable } from "drizzle-orm/pg-core";
import { instant, localDay } from "./columns.ts";
import { users } from "./users.ts";

/** What the figures are to become, in per cent of what they were before the start; the newest row counts. Append-only. */
export const kpiTargets = pgTable(
  "kpi_targets",
  {
    id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
    startDay: localDay("start_day").notNull(),
    conversionPercent: integer("conversion_percent").notNull(),
    cyclePercent: integer("cycle_percent").notNull(),
    revenuePercent: integer("revenue_percent").notNull(),
    callsPercent: integer("calls_percent").notNull(),
    setBy: bigint("set_by", { mode: "number" }).references(() => users.id, { onDelete: "set null" }),
    setAt: instant("set_at").notNull(),
  },
  (table) => [index("kpi_targets_set_by_idx").on(table.setBy)],
);
