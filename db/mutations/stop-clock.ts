import { and, eq } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { RUNNING } from "#db/queries/running-clocks.ts";
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
  await executor
    .update(slaClocks)
    .set({ stoppedAt: at, touchId })
    .where(and(eq(slaClocks.leadId, leadId), RUNNING));
}
