import { and, eq } from "drizzle-orm";
import type { Executor, Store } from "#db/client.ts";
import { type MeasuredPast, measurePast } from "#db/queries/measure-past.ts";
import { findPreview } from "#db/queries/preview.ts";
import { findRules, isSet, listWaiting } from "#db/queries/preview-work.ts";
import { previewBases, previewColumns } from "#db/schema/index.ts";
import type { PastSpan } from "#lib/backtest/past-span.ts";
import { BASE_PARTS } from "#lib/preview/answer.ts";
import { measureKey } from "#lib/preview/measure.ts";
import { fromSteps, packColumn, toSteps, unpackColumn } from "#lib/preview/pack.ts";
import { pickRows } from "#lib/preview/pick-rows.ts";
import { type MeasurePreview, MOST_PREVIEWED } from "./measure-preview.ts";

/** As `measurePreview`, for a base of the past. */
export async function measurePastBase(
  { baseId, now, most = MOST_PREVIEWED, signal }: MeasurePreview,
  { db }: Pick<Store, "db">,
): Promise<number> {
  return db.transaction(async (tx) => {
    const [base] = await tx.select().from(previewBases).where(eq(previewBases.id, baseId)).for("no key update");
    const generation = base && (await findRules(base, tx));
    if (!base || !generation) return 0;
    const waiting = (await listWaiting(baseId, tx)).flatMap(({ digest, criterion }) =>
      isSet(criterion) ? [] : [{ digest, criterion }],
    );
    if (waiting.length === 0 && base.madeAt !== null) return 0;
    const criteria = waiting.map(({ criterion }) => criterion);
    const made = base.madeAt && (await readRows(base, tx));
    const measured = await measurePast(
      { generation, modelId: base.modelId, reach: base.reach, criteria, most, signal, rows: made },
      tx,
    );
    if (!made) await storeRows(baseId, { measured, at: now() }, tx);
    const rows = aligned(made ?? measured, measured);
    for (const { digest, criterion } of waiting) {
      const column = measured.columns.get(measureKey(criterion));
      if (!column) throw new Error("What was asked for was not measured.");
      await tx
        .update(previewColumns)
        .set({
          packed: await packColumn(pickRows(column, rows)),
          notes: measured.notes.get(measureKey(criterion)),
        })
        .where(and(eq(previewColumns.baseId, baseId), eq(previewColumns.digest, digest)));
    }
    return waiting.length;
  });
}

type Made = { readonly measured: MeasuredPast; readonly at: Date };

async function storeRows(baseId: number, { measured, at }: Made, executor: Executor): Promise<void> {
  const { leadIds, places, won, withSales, looked, total, span, adjusted } = measured;
  await executor
    .update(previewBases)
    .set({ madeAt: at, size: leadIds.length, looked, total, past: span })
    .where(eq(previewBases.id, baseId));
  const parts = [
    [BASE_PARTS.leadIds, toSteps(leadIds)],
    [BASE_PARTS.days, places],
    [BASE_PARTS.won, won],
    [BASE_PARTS.withSales, withSales],
    [BASE_PARTS.fit, adjusted.fit],
    [BASE_PARTS.engagement, adjusted.engagement],
  ] as const;
  for (const [digest, column] of parts)
    if (column) await executor.insert(previewColumns).values({ baseId, digest, packed: await packColumn(column) });
}

/** What names a row: its lead and its day. */
type Rows = Pick<MeasuredPast, "leadIds" | "places">;

async function readRows(
  { id, size, past }: { readonly id: number; readonly size: number; readonly past: PastSpan | null },
  executor: Executor,
): Promise<Rows & { readonly span: PastSpan }> {
  const parts = [BASE_PARTS.leadIds, BASE_PARTS.days];
  const columns = (await findPreview({ baseId: id, digests: [], parts }, executor))?.columns;
  const [leadIds, places] = parts.map((part) => columns?.get(part));
  if (!leadIds || !places || !past) throw new Error("The base has no rows.");
  return {
    span: past,
    leadIds: fromSteps(await unpackColumn(leadIds, size)),
    places: await unpackColumn(places, size),
  };
}

/** For each row of the base its row among those measured now; one that went has none. */
function aligned(rows: Rows, measured: Rows): Int32Array {
  const rowOf = new Map([...namesOf(measured)].map((name, row) => [name, row] as const));
  return Int32Array.from(namesOf(rows), (name) => rowOf.get(name) ?? -1);
}

const DAYS_A_LEAD = 32;

function namesOf({ leadIds, places }: Rows): Float64Array {
  return Float64Array.from(leadIds, (leadId, row) => leadId * DAYS_A_LEAD + (places[row] ?? 0));
}
