import { and, inArray, isNull } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { slaClocks } from "#db/schema/index.ts";
import type { RunningClock } from "#lib/sla/clock.ts";

/** That nobody has stopped a clock. */
export const RUNNING = and(isNull(slaClocks.stoppedAt), isNull(slaClocks.endedAt));

/** What a running clock is made of. */
export const CLOCK_COLUMNS = {
  id: slaClocks.id,
  leadId: slaClocks.leadId,
  slaMinutes: slaClocks.slaMinutes,
  arrivedAt: slaClocks.arrivedAt,
  startedAt: slaClocks.startedAt,
  halfAt: slaClocks.halfAt,
  dueAt: slaClocks.dueAt,
  shownAt: slaClocks.shownAt,
};

/** The running clock of each of these leads that has one. */
export async function listRunningClocks(
  { leadIds }: { readonly leadIds: readonly number[] },
  executor: Executor = db,
): Promise<Map<number, RunningClock>> {
  if (leadIds.length === 0) return new Map();
  const rows = await executor
    .select(CLOCK_COLUMNS)
    .from(slaClocks)
    .where(and(inArray(slaClocks.leadId, [...leadIds]), RUNNING));
  return new Map(rows.map((row) => [row.leadId, toRunningClock(row)] as const));
}

type Row = {
  readonly [Key in keyof RunningClock]: Key extends `${string}At`
    ? Date | Extract<RunningClock[Key], null>
    : RunningClock[Key];
};

export function toRunningClock({ arrivedAt, startedAt, halfAt, dueAt, shownAt, ...clock }: Row): RunningClock {
  return {
    ...clock,
    arrivedAt: arrivedAt.getTime(),
    startedAt: startedAt.getTime(),
    halfAt: halfAt.getTime(),
    dueAt: dueAt.getTime(),
    shownAt: shownAt?.getTime() ?? null,
  };
}
