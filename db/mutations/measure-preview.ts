import { and, eq, isNull } from "drizzle-orm";
import type { Executor, Store } from "#db/client.ts";
import { findGeneration, type Generation } from "#db/queries/current-generation.ts";
import { planGeneration } from "#db/queries/generation-plan.ts";
import { type MeasuredLeads, measureLeads } from "#db/queries/measure-leads.ts";
import { previewBases, previewColumns } from "#db/schema/index.ts";
import { measureKey } from "#lib/preview/measure.ts";
import { fromSteps, packColumn, toSteps, unpackColumn } from "#lib/preview/pack.ts";

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
    const waiting = await tx
      .select({ digest: previewColumns.digest, criterion: previewColumns.criterion })
      .from(previewColumns)
      .where(and(eq(previewColumns.baseId, baseId), isNull(previewColumns.packed)));
    if (waiting.length === 0 && base.madeAt !== null) return 0;
    const criteria = waiting.map(({ criterion }) => criterion);
    const measured = await measureLeads(
      { generation, modelId: base.modelId, reach: base.reach, criteria, most, signal },
      store,
    );
    const leadIds = base.leadIds && fromSteps(await unpackColumn(new Uint8Array(base.leadIds), base.size));
    if (leadIds === null) await storeLeads(baseId, measured, now(), tx);
    const rowsOf = leadIds && aligned(leadIds, measured);
    for (const { digest, criterion } of waiting) {
      const column = measured.columns.get(measureKey(criterion)) ?? new Int32Array();
      const packed = await packColumn(rowsOf ? Int32Array.from(rowsOf, (row) => column[row] ?? 0) : column);
      await tx
        .update(previewColumns)
        .set({ packed })
        .where(and(eq(previewColumns.baseId, baseId), eq(previewColumns.digest, digest)));
    }
    return waiting.length;
  });
}

type Under = { readonly generationId: number | null; readonly day: number | null };

/** What leads are measured by: a generation, or before the first the day, the zone and the fields as they are now. */
async function findRules({ generationId, day }: Under, executor: Executor): Promise<Generation | null> {
  if (generationId !== null) return findGeneration({ generationId }, executor);
  const plan = await planGeneration({ day: day ?? 0 }, executor);
  return plan && { ...plan, id: 0, switchedAt: null, models: [] };
}

async function storeLeads(baseId: number, measured: MeasuredLeads, at: Date, executor: Executor): Promise<void> {
  const { leadIds, looked, total, adjusted } = measured;
  const [ids, fit, engagement] = await Promise.all([
    packColumn(toSteps(leadIds)),
    adjusted.fit && packColumn(adjusted.fit),
    adjusted.engagement && packColumn(adjusted.engagement),
  ]);
  await executor
    .update(previewBases)
    .set({ madeAt: at, size: leadIds.length, looked, total, leadIds: ids, fit, engagement })
    .where(eq(previewBases.id, baseId));
}

/** For each lead of the base its row among those measured now; who came since is left out, who went has none. */
function aligned(leadIds: Uint32Array, measured: MeasuredLeads): Int32Array {
  const rows = new Map([...measured.leadIds].map((leadId, row) => [leadId, row] as const));
  return Int32Array.from(leadIds, (leadId) => rows.get(leadId) ?? -1);
}
