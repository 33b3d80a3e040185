import { desc, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { truthReports } from "#db/schema/index.ts";
import { type TruthReport, truthReportSchema } from "#lib/performance/truth/report.ts";

export type KeptTruthReport = { readonly madeAt: Date; readonly report: TruthReport };

/** The newest one; null before the first, and after a release that says it otherwise, until the next is made. */
export async function findTruthReport(executor: Executor = db): Promise<KeptTruthReport | null> {
  const [row] = await executor
    .select({ madeAt: truthReports.madeAt, report: truthReports.report })
    .from(truthReports)
    .orderBy(desc(truthReports.id))
    .limit(1);
  const report = truthReportSchema.safeParse(row?.report);
  return row && report.success ? { madeAt: row.madeAt, report: report.data } : null;
}

/** Whether other scores are in force than those of the newest report, or an import ended after it. */
export async function isTruthDue(executor: Executor = db): Promise<boolean> {
  const rows = await executor.execute(sql`
    select from organisation join generations on generations.id = organisation.current_generation_id
    where generations.status = 'current' and not exists (
      select from truth_reports report
      where report.generation_id = generations.id and not exists (
        select from imports where imports.finished_at > report.made_at))`);
  return rows.length > 0;
}
