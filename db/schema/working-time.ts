import { sql } from "drizzle-orm";
import { bigint, check, index, pgTable, text } from "drizzle-orm/pg-core";
import { createdAt, localDay } from "./columns.ts";
import { users } from "./users.ts";

/** Days on which the organisation is closed. */
export const holidays = pgTable("holidays", {
  day: localDay("day").primaryKey(),
  name: text("name").notNull(),
});

/** Days on which a person is away. Why is nobody's business, so it is not kept. */
export const absences = pgTable(
  "absences",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    userId: bigint("user_id", { mode: "number" })
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    firstDay: localDay("first_day").notNull(),
    /** Included. */
    lastDay: localDay("last_day").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    index("absences_user_id_last_day_idx").on(table.userId, table.lastDay),
    check("absences_days_check", sql`${table.firstDay} <= ${table.lastDay}`),
  ],
);
