import { sql } from "drizzle-orm";
import { bigint, customType, timestamp } from "drizzle-orm/pg-core";
import { formatEpochDay, parseEpochDay } from "#lib/time/local-day.ts";

/** A local day of the organisation: `date` in SQL, an epoch day (whole days since 1970-01-01) in code. */
export const localDay = customType<{ data: number; driverData: string }>({
  dataType: () => "date",
  toDriver: formatEpochDay,
  fromDriver: readDay,
});

function readDay(date: string): number {
  const day = parseEpochDay(date);
  if (day === null) throw new Error(`Not a date: ${date}`);
  return day;
}

export const leadId = () => bigint("lead_id", { mode: "number" }).notNull();
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });
export const createdAt = () => instant("created_at").notNull();

/** A check constraint's list of allowed values, from the closed set in `lib`. */
export function oneOf(values: readonly string[]) {
  return sql.raw(values.map((value) => `'${value}'`).join(", "));
}
