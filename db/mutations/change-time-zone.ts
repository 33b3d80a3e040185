import { db, type Executor } from "#db/client.ts";
import { organisation } from "#db/schema/index.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { enqueueJob } from "./enqueue-job.ts";
import { recordAudit } from "./record-audit.ts";

export type ChangeTimeZone = { readonly actorId: number | null; readonly at: Date; readonly timeZone: string };

/**
 * Lets the organisation's days begin by another zone, and asks for the pass that scores by them.
 * Facts keep their instants; days that people chose (a correction's, a return, a list's) stay as they
 * are. `isNew` is false for the zone it has.
 */
export async function changeTimeZone(
  { actorId, at, timeZone }: ChangeTimeZone,
  executor: Executor = db,
): Promise<Result<{ readonly isNew: boolean }>> {
  return executor.transaction(async (tx) => {
    const [before] = await tx.select({ timeZone: organisation.timeZone }).from(organisation).for("update");
    if (!before) return refuse("not_found");
    if (before.timeZone === timeZone) return ok({ isNew: false });
    await tx.update(organisation).set({ timeZone });
    const details = { from: before.timeZone, to: timeZone };
    const action = "organisation.time_zone_changed";
    await recordAudit({ at, actorId, action, subject: "organisation", details }, tx);
    await enqueueJob({ queue: "build-generation", data: {} }, tx);
    return ok({ isNew: true });
  });
}
