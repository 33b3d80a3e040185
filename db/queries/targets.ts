import { desc } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { kpiTargets } from "#db/schema/index.ts";
import type { Targets } from "#lib/performance/targets.ts";

/** The targets that were set last; null: nobody has set any. */
export async function findTargets(executor: Executor = db): Promise<Targets | null> {
  const [row] = await executor.select().from(kpiTargets).orderBy(desc(kpiTargets.id)).limit(1);
  if (!row) return null;
  const { startDay, conversionPercent, cyclePercent, revenuePercent, callsPercent } = row;
  return {
    startDay,
    percent: { conversion: conversionPercent, cycle: cyclePercent, revenue: revenuePercent, calls: callsPercent },
  };
}
