import { index, integer, jsonb, pgTable } from "drizzle-orm/pg-core";
import { instant } from "./columns.ts";
import { generations } from "./scores.ts";

/** What the scores were worth, found anew under each generation; the newest is shown. */
export const truthReports = pgTable(
  "truth_reports",
  {
    id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
    /** The one that was in force when it began. */
    generationId: integer("generation_id")
      .notNull()
      .references(() => generations.id),
    madeAt: instant("made_at").notNull(),
    /** `truthReportSchema`. */
    report: jsonb("report").$type<unknown>().notNull(),
  },
  (table) => [index("truth_reports_generation_id_idx").on(table.generationId)],
);
