import { sql } from "drizzle-orm";
import { bigint, check, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { CLOCK_ENDS } from "#lib/sla/clock.ts";
import { instant, leadId, oneOf } from "./columns.ts";
import { scoreThen } from "./scores.ts";

/**
 * The time allowed from a high-intent event to the first attempt. Start and due time are decided when
 * the event arrives; undoing an attempt lets the same clock run again.
 */
export const slaClocks = pgTable(
  "sla_clocks",
  {
    leadId: leadId(),
    id: bigint("id", { mode: "number" }).generatedAlwaysAsIdentity().notNull(),
    /** The event that started it, and the criterion marked high-intent. */
    eventId: uuid("event_id").notNull(),
    criterion: text("criterion").notNull(),
    /** Working minutes. */
    slaMinutes: integer("sla_minutes").notNull(),
    arrivedAt: instant("arrived_at").notNull(),
    startedAt: instant("started_at").notNull(),
    halfAt: instant("half_at").notNull(),
    dueAt: instant("due_at").notNull(),
    /** When the lead first stood on a list that its rep had open. */
    shownAt: instant("shown_at"),
    /** When who owns the lead was reminded, and when a manager was told that it is late. */
    remindedAt: instant("reminded_at"),
    breachedAt: instant("breached_at"),
    stoppedAt: instant("stopped_at"),
    /** The attempt of the same lead that stopped it. */
    touchId: bigint("touch_id", { mode: "number" }),
    endedAt: instant("ended_at"),
    /** Why it ended without an attempt. */
    endedBy: text("ended_by", { enum: CLOCK_ENDS }),
    ...scoreThen(),
  },
  (table) => {
    const isRunning = sql`${table.stoppedAt} is null and ${table.endedAt} is null`;
    return [
      primaryKey({ columns: [table.leadId, table.id] }),
      uniqueIndex("sla_clocks_running_key").on(table.leadId).where(isRunning),
      index("sla_clocks_running_due_at_idx").on(table.dueAt).where(isRunning),
      index("sla_clocks_due_at_idx").on(table.dueAt),
      index("sla_clocks_stopped_at_idx").on(table.stoppedAt).where(sql`${table.stoppedAt} is not null`),
      index("sla_clocks_version_id_idx").on(table.versionId),
      check(
        "sla_clocks_times_check",
        sql`${table.arrivedAt} <= ${table.startedAt} and ${table.startedAt} <= ${table.dueAt}`,
      ),
      check("sla_clocks_stopped_check", sql`(${table.stoppedAt} is null) = (${table.touchId} is null)`),
      check("sla_clocks_ended_check", sql`(${table.endedAt} is null) = (${table.endedBy} is null)`),
      check("sla_clocks_ended_by_check", sql`${table.endedBy} in (${oneOf(CLOCK_ENDS)})`),
    ];
  },
);
