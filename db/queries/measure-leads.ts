import { sql } from "drizzle-orm";
import { withBulkPair } from "#db/bulk.ts";
import type { Executor, Store } from "#db/client.ts";
import { type LeadSample, SAMPLE_PARTS } from "#db/lead-slice.ts";
import type { PreviewColumns } from "#lib/preview/base.ts";
import { measureKey } from "#lib/preview/measure.ts";
import type { Reach } from "#lib/preview/reach.ts";
import { AgesWatch } from "#lib/preview/watch-ages.ts";
import type { Criterion } from "#lib/scoring/definition.ts";
import { isInForce } from "#lib/scoring/exists.ts";
import type { AxisName } from "#lib/scoring/facts.ts";
import type { Generation } from "./current-generation.ts";
import { readAdjustments } from "./lead-histories.ts";
import { DRAFT, modelsToMeasure } from "./models-to-measure.ts";
import { openPassReading, scoreSlice } from "./score-slice.ts";

export type MeasureQuery = {
  /** Whose day, zone and other models hold. */
  readonly generation: Generation;
  /** The model that is edited. */
  readonly modelId: number;
  /** Which leads the model scores, and from when their events count. */
  readonly reach: Reach;
  /** What is to be measured. */
  readonly criteria: readonly Criterion[];
  /** Up to so many leads are measured, of more a sample. */
  readonly most: number;
  /** How many leads there were when the sample was drawn that is measured again; null: none was. */
  readonly drawnFrom?: number | null;
  readonly signal?: AbortSignal | undefined;
};

/** The leads that a model would score, by id, a row each. */
export type MeasuredLeads = {
  readonly leadIds: Uint32Array;
  /** How many of all leads were looked at, and how many there are. */
  readonly looked: number;
  readonly total: number;
  readonly adjusted: Readonly<Record<AxisName, Int32Array | null>>;
  readonly columns: PreviewColumns;
  /** Epoch milliseconds: the newest event that counts for any of the criteria, -Infinity without one. */
  readonly newest: Float64Array;
};

/** Measures criteria over the leads that a model would score, by the stream of a pass. */
export async function measureLeads(query: MeasureQuery, { db, url }: Store): Promise<MeasuredLeads> {
  const { generation, criteria, most, signal } = query;
  const { total, from, to } = await readExtent(db);
  const drawnFrom = query.drawnFrom ?? total;
  const parts = Math.min(SAMPLE_PARTS, Math.floor((SAMPLE_PARTS * most) / Math.max(1, drawnFrom)));
  const sample: LeadSample | null = drawnFrom <= most ? null : { parts };
  const reading = await openPassReading({ ...generation, models: await modelsToMeasure(query, db) }, db);
  const range = { from, to };
  const expected = sample === null ? total : most;
  const watch = new AgesWatch(criteria);
  const slice = await withBulkPair(url, (clients) =>
    scoreSlice({ reading, range, isWhole: true, expected, sample, signal, watch }, clients, db),
  );
  const leadIds = new Uint32Array(slice.leads);
  const sums = criteria.map((_, place) => (watch.met[place] ? null : new Int32Array(slice.leads)));
  const newest = new Float64Array(slice.leads);
  let size = 0;
  const measured = slice.scores((leadId, score, factorSums) => {
    if (score?.versionId !== DRAFT) return;
    for (let place = 0; place < sums.length; place++) {
      const column = sums[place];
      if (column) column[size] = factorSums?.[place] ?? 0;
    }
    newest[size] = score.newestEventAt ?? Number.NEGATIVE_INFINITY;
    leadIds[size++] = leadId;
  });
  for (const _ of measured);
  const kept = leadIds.slice(0, size);
  const columns = criteria.map((criterion, place) => {
    const column = watch.met[place]?.byRow(kept) ?? sums[place]?.slice(0, size) ?? new Int32Array(size);
    return [measureKey(criterion), column] as const;
  });
  return {
    leadIds: kept,
    looked: slice.leads,
    total,
    adjusted: await readAdjusted(kept, query, db),
    columns: new Map(columns),
    newest: newest.slice(0, size),
  };
}

async function readExtent(executor: Executor): Promise<{ total: number; from: number; to: number }> {
  const [row] = await executor.execute<{ total: number; from: string | null; to: string | null }>(
    sql`select count(*)::int as total, min(id)::text as from, max(id)::text as to from leads`,
  );
  return { total: row?.total ?? 0, from: Number(row?.from ?? 1), to: Number(row?.to ?? 1) };
}

async function readAdjusted(
  leadIds: Uint32Array,
  { generation: { day } }: MeasureQuery,
  executor: Executor,
): Promise<MeasuredLeads["adjusted"]> {
  const rows = new Map([...leadIds].map((leadId, row) => [leadId, row] as const));
  const range = { from: leadIds[0] ?? 1, to: leadIds.at(-1) ?? 0 };
  const adjusted: Record<AxisName, Int32Array | null> = { fit: null, engagement: null };
  for (const [leadId, adjustments] of await readAdjustments({ slice: range, cut: null }, executor)) {
    const row = rows.get(leadId);
    if (row === undefined) continue;
    for (const { axis, centipoints } of adjustments.filter((each) => isInForce(each, { day, cut: null }))) {
      const column = adjusted[axis] ?? new Int32Array(leadIds.length);
      column[row] = (column[row] ?? 0) + centipoints;
      adjusted[axis] = column;
    }
  }
  return adjusted;
}
