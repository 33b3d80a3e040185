import { and, eq, isNull } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { slaClocks } from "#db/schema/index.ts";
import { isAttempt, type TouchKind } from "#lib/lifecycle/constants.ts";

export type StopClock = {
  readonly leadId: number;
  readonly touchId: number;
  readonly kind: TouchKind;
  readonly at: Date;
};

/** An attempt stops the lead's clock, in time or late; any other touch lets it run. The caller holds the lead's lock. */
export async function stopClock({ leadId, touchId, kind, at }: StopClock, executor: Executor): Promise<void> {
  if (!isAttempt(kind)) return;
  await executor.update(slaClocks).set({ stoppedAt: at, touchId }).where(isRunning(leadId));
}

/**
 * Lets the clock that a touch had stopped run again, due when it was. One that started since would not
 * have, and ends. The caller holds the lead's lock.
 */
export async function restartClock(
  { leadId, touchId, at }: Omit<StopClock, "kind">,
  executor: Executor,
): Promise<void> {
  const stopped = and(eq(slaClocks.leadId, leadId), eq(slaClocks.touchId, touchId));
  const [clock] = await executor.select({ id: slaClocks.id }).from(slaClocks).where(stopped);
  if (!clock) return;
  await executor.update(slaClocks).set({ endedAt: at, endedBy: "other_runs" }).where(isRunning(leadId));
  await executor.update(slaClocks).set({ stoppedAt: null, touchId: null }).where(stopped);
}

function isRunning(leadId: number) {
  return and(eq(slaClocks.leadId, leadId), isNull(slaClocks.stoppedAt), isNull(slaClocks.endedAt));
}
