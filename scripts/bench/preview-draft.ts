import { setTimeout as sleep } from "node:timers/promises";
import { isNull, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { saveDraft } from "#db/mutations/save-draft.ts";
import { listModels } from "#db/queries/models.ts";
import { previewBases, previewColumns } from "#db/schema/index.ts";
import { now } from "#lib/clock.ts";
import { JOB_SCHEMA } from "#lib/jobs/queues.ts";

const LOOK_MS = 100;

/** Waits until the worker has measured what was asked for and rests: what it does meanwhile is not a browser's time. */
export async function untilMeasured(): Promise<void> {
  while (!(await isMeasured()) || (await isAtWork())) await sleep(LOOK_MS);
}

/** Whether there is a job under way or to be done now. */
async function isAtWork(): Promise<boolean> {
  const table = sql`${sql.identifier(JOB_SCHEMA)}.job`;
  const jobs = await db.execute(
    sql`select 1 from ${table} where state in ('created', 'retry', 'active') and start_after <= now() limit 1`,
  );
  return jobs.length > 0;
}

async function isMeasured(): Promise<boolean> {
  const bases = await db.select({ madeAt: previewBases.madeAt }).from(previewBases);
  const waiting = await db
    .select({ digest: previewColumns.digest })
    .from(previewColumns)
    .where(isNull(previewColumns.packed))
    .limit(1);
  return bases.length > 0 && bases.every(({ madeAt }) => madeAt !== null) && waiting.length === 0;
}

/** Begins a draft of the model in force. */
export async function openDraft({ userId }: { readonly userId: number }): Promise<void> {
  const [newest] = await listModels();
  if (!newest) throw new Error("The benchmark organisation has no model.");
  const { modelId, versionId, definition } = newest;
  await saveDraft({ modelId, definition, revision: null, baseVersionId: versionId, userId, at: now() });
}
