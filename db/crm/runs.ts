import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { Store } from "#db/client.ts";
import { crmConnection, crmRuns } from "#db/schema/index.ts";
import type { CrmError } from "#lib/crm/crm-error.ts";
import { type CrmCounts, crmCountsSchema, NOTHING_DONE, nextRunMs } from "#lib/crm/run.ts";

/** The run that did not come to its end, or a new one. */
export async function openRun(
  { at }: { readonly at: Date },
  { db }: Store,
): Promise<{ readonly id: number; readonly counts: CrmCounts }> {
  const [left] = await db
    .select({ id: crmRuns.id, counts: crmRuns.counts })
    .from(crmRuns)
    .where(isNull(crmRuns.finishedAt))
    .limit(1);
  if (left) return { id: left.id, counts: crmCountsSchema.parse(left.counts) };
  const [made] = await db.insert(crmRuns).values({ startedAt: at, counts: NOTHING_DONE }).returning({ id: crmRuns.id });
  if (!made) throw new Error("The run was not stored.");
  return { id: made.id, counts: NOTHING_DONE };
}

type Finish = {
  readonly runId: number;
  readonly failure: CrmError | null;
  readonly at: Date;
  /** When the next one was to begin as this one began: somebody who asked for one since asked for another one. */
  readonly wasNextAt: Date | null;
  readonly isCut?: boolean;
};

export async function finishRun(
  { runId, failure, at, wasNextAt, isCut = false }: Finish,
  { db }: Store,
): Promise<void> {
  const waitMs = nextRunMs(failure);
  await db.transaction(async (tx) => {
    await tx
      .update(crmRuns)
      .set({ finishedAt: at, failure: failure?.reason ?? null, failureDetail: failure?.detail || null })
      .where(eq(crmRuns.id, runId));
    if (isCut) return;
    await tx
      .update(crmConnection)
      .set({ nextAt: waitMs === null ? null : new Date(at.getTime() + waitMs) })
      .where(
        and(
          eq(crmConnection.id, 1),
          isNotNull(crmConnection.token),
          sql`${crmConnection.nextAt} is not distinct from ${wasNextAt?.toISOString() ?? null}::timestamptz`,
        ),
      );
  });
}
