import { db, type Executor } from "#db/client.ts";
import { kpiTargets } from "#db/schema/index.ts";
import type { Targets } from "#lib/performance/targets.ts";
import { formatEpochDay } from "#lib/time/local-day.ts";
import { recordAudit } from "./record-audit.ts";

type SetTargets = Targets & { readonly actorId: number; readonly at: Date };

/** Says from which day on the figures are to change, and by how much. */
export async function setTargets(
  { startDay, percent, actorId, at }: SetTargets,
  executor: Executor = db,
): Promise<void> {
  await executor.transaction(async (tx) => {
    await tx.insert(kpiTargets).values({
      startDay,
      conversionPercent: percent.conversion,
      cyclePercent: percent.cycle,
      revenuePercent: percent.revenue,
      callsPercent: percent.calls,
      setBy: actorId,
      setAt: at,
    });
    const details = { startDay: formatEpochDay(startDay), ...percent };
    await recordAudit({ at, actorId, action: "organisation.targets_set", subject: "organisation", details }, tx);
  });
}
