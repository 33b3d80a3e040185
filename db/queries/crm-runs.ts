import { desc } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { crmRuns } from "#db/schema/index.ts";
import { crmCountsSchema, type ListedRun } from "#lib/crm/run.ts";

/** The last exchanges with the CRM, newest first. */
export async function listCrmRuns(
  { limit }: { readonly limit: number },
  executor: Executor = db,
): Promise<ListedRun[]> {
  const rows = await executor
    .select({
      runId: crmRuns.id,
      startedAt: crmRuns.startedAt,
      finishedAt: crmRuns.finishedAt,
      counts: crmRuns.counts,
      failure: crmRuns.failure,
      detail: crmRuns.failureDetail,
    })
    .from(crmRuns)
    .orderBy(desc(crmRuns.id))
    .limit(limit);
  return rows.map((row) => ({
    ...row,
    startedAt: row.startedAt.getTime(),
    finishedAt: row.finishedAt?.getTime() ?? null,
    counts: crmCountsSchema.parse(row.counts),
  }));
}
