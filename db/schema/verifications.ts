import { index, integer, jsonb, pgTable } from "drizzle-orm/pg-core";
import { instant, localDay } from "./columns.ts";
import { generations } from "./scores.ts";

/** What came of holding the stored scores against stored facts, run after run. */
export const verifications = pgTable(
  "verifications",
  {
    id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
    startedAt: instant("started_at").notNull(),
    finishedAt: instant("finished_at").notNull(),
    /** The one that was in force when it began. */
    generationId: integer("generation_id")
      .notNull()
      .references(() => generations.id),
    /** The day its scores belong to. */
    day: localDay("day").notNull(),
    leads: integer("leads").notNull(),
    differences: integer("differences").notNull(),
    missing: integer("missing").notNull(),
    surplus: integer("surplus").notNull(),
    due: integer("due").notNull(),
    /** The first faults; `faultsSchema`. */
    faults: jsonb("faults").$type<unknown>().notNull(),
  },
  (table) => [index("verifications_generation_id_idx").on(table.generationId)],
);
