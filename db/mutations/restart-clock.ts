import { and, eq } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { RUNNING } from "#db/queries/running-clocks.ts";
import { slaClocks } from "#db/schema/index.ts";

export type RestartClock = { readonly leadId: number; readonly touchId: number; readonly at: Date };

/**
 * Lets the clock that a touch had stopped run again, due when it was. One that started since would not
 * have, and ends. The caller holds the lead's lock.
 */
export async function restartClock({ leadId, touchId, at }: RestartClock, executor: Executor): Promise<void> {
  const isOfLead = eq(slaClocks.leadId, leadId);
  const stopped = and(isOfLead, eq(slaClocks.touchId, touchId));
  const [clock] = await executor.select({ id: slaClocks.id }).from(slaClocks).where(stopped);
  if (!clock) return;
  await executor.update(slaClocks).set({ endedAt: at, endedBy: "other_runs" }).where(and(isOfLead, RUNNING));
  await executor.update(slaClocks).set({ stoppedAt: null, touchId: null }).where(stopped);
}
