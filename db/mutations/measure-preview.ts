import { and, eq } from "drizzle-orm";
import type { Executor, Store } from "#db/client.ts";
import { type MeasuredLeads, measureLeads } from "#db/queries/measure-leads.ts";
import { findPreview } from "#db/queries/preview.ts";
import { findRules, isSet, listWaiting } from "#db/queries/preview-work.ts";
import { previewBases, previewColumns } from "#db/schema/index.ts";
import { BASE_PARTS } from "#lib/preview/answer.ts";
import type { PreviewColumn } from "#lib/preview/base.ts";
import { toInstantParts } from "#lib/preview/instants.ts";
import { measureKey } from "#lib/preview/measure.ts";
import { newestKey } from "#lib/preview/newest-key.ts";
import { fromSteps, packColumn, toSteps, unpackColumn } from "#lib/preview/pack.ts";
import { pickRows } from "#lib/preview/pick-rows.ts";
import type { Criterion } from "#lib/scoring/definition.ts";

/** More leads than this are too many for a browser to move at each step of a drag: then a sample is. */
export const MOST_PREVIEWED = 100_000;

export type MeasurePreview = {
  readonly baseId: number;
  readonly now: () => Date;
  readonly most?: number;
  readonly signal?: AbortSignal | undefined;
};

/** Measures what is asked of a base and was not yet; gives how many columns. 0 when the base is gone. */
export async function measurePreview(
  { baseId, now, most = MOST_PREVIEWED, signal }: MeasurePreview,
  store: Store,
): Promise<number> {
  return store.db.transaction(async (tx) => {
    // Whoever measures the same base at the same time waits, and finds nothing left.
    const [base] = await tx.select().from(previewBases).where(eq(previewBases.id, baseId)).for("no key update");
    const generation = base && (await findRules(base, tx));
    if (!base || !generation) return 0;
    const waiting = await listWaiting(baseId, tx);
    if (waiting.length === 0 && base.madeAt !== null) return 0;
    const drawnFrom = base.madeAt && base.total;
    const measure = (criteria: readonly Criterion[]) =>
      measureLeads({ generation, modelId: base.modelId, reach: base.reach, criteria, most, drawnFrom, signal }, store);
    const single = waiting.flatMap(({ criterion }) => (isSet(criterion) ? [] : [criterion]));
    const sets = waiting.flatMap(({ criterion }) => (isSet(criterion) ? [criterion] : []));
    const first = single.length > 0 ? single : (sets[0] ?? []);
    const measured = await measure(first);
    const leadIds = base.madeAt ? await readLeadIds(base, tx) : measured.leadIds;
    if (base.madeAt === null) await storeLeads(baseId, measured, now(), tx);
    const rows = aligned(leadIds, measured);
    for (const { digest, criterion } of waiting) {
      const column = isSet(criterion) ? await newestOf(criterion) : columnOf(criterion);
      await tx
        .update(previewColumns)
        .set({ packed: await packColumn(column) })
        .where(and(eq(previewColumns.baseId, baseId), eq(previewColumns.digest, digest)));
    }
    return waiting.length;

    function columnOf(criterion: Criterion): PreviewColumn {
      const column = measured.columns.get(measureKey(criterion));
      if (!column) throw new Error("What was asked for was not measured.");
      return pickRows(column, rows);
    }
    async function newestOf(set: readonly Criterion[]): Promise<Int32Array> {
      const isKnown = newestKey(set) === newestKey(first);
      const { leadIds: ids, newest } = isKnown ? measured : await measure(set);
      const place = isKnown ? rows : aligned(leadIds, { leadIds: ids });
      return toInstantParts(Float64Array.from(place, (row) => newest[row] ?? Number.NEGATIVE_INFINITY));
    }
  });
}

async function storeLeads(baseId: number, measured: MeasuredLeads, at: Date, executor: Executor): Promise<void> {
  const { leadIds, looked, total, adjusted } = measured;
  const { fit, engagement } = adjusted;
  await executor
    .update(previewBases)
    .set({ madeAt: at, size: leadIds.length, looked, total })
    .where(eq(previewBases.id, baseId));
  const parts = [
    [BASE_PARTS.leadIds, toSteps(leadIds)],
    [BASE_PARTS.fit, fit],
    [BASE_PARTS.engagement, engagement],
  ] as const;
  for (const [digest, column] of parts)
    if (column) await executor.insert(previewColumns).values({ baseId, digest, packed: await packColumn(column) });
}

async function readLeadIds({ id, size }: { readonly id: number; readonly size: number }, executor: Executor) {
  const found = await findPreview({ baseId: id, digests: [], parts: [BASE_PARTS.leadIds] }, executor);
  const packed = found?.columns.get(BASE_PARTS.leadIds);
  if (!packed) throw new Error("The base has no leads.");
  return fromSteps(await unpackColumn(packed, size));
}

/** For each lead of the base its row among those measured now; who came since is left out, who went has none. */
function aligned(leadIds: Uint32Array, measured: Pick<MeasuredLeads, "leadIds">): Int32Array {
  const rows = new Map([...measured.leadIds].map((leadId, row) => [leadId, row] as const));
  return Int32Array.from(leadIds, (leadId) => rows.get(leadId) ?? -1);
}
