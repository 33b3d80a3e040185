import { eq, sql } from "drizzle-orm";
import { type BulkClient, connectBulk, copyIn } from "#db/bulk.ts";
import type { Store } from "#db/client.ts";
import { BinaryRows } from "#db/copy-binary-writer.ts";
import { partitionName } from "#db/partitions.ts";
import type { Generation } from "#db/queries/current-generation.ts";
import { cutSlices, type PassSlice } from "#db/queries/pass-slices.ts";
import { openPassReading, type PassReading, type ScoredSlice, scoreSlice } from "#db/queries/score-slice.ts";
import { generations, passSlices } from "#db/schema/index.ts";
import { SCORE_COLUMNS, writeScore } from "./write-score.ts";

/** One thread computes while the database reads, writes and waits for others: two slices at a time keep both at work. */
const LANES = 2;
const CHUNK = 1 << 17;

export type FillGeneration = {
  readonly generation: Generation;
  readonly signal?: AbortSignal | undefined;
  /** How many slices are worked on at once. */
  readonly lanes?: number;
};
export type Filled = { readonly leads: number; readonly scored: number };

/**
 * Scores all leads into the generation's own table, which is still attached to nothing. The leads are
 * cut into slices; a slice's scores and the mark that it is done are one transaction, which holds the
 * slice's row locked meanwhile: what a killed worker held is free again, with nothing of it stored.
 */
export async function fillGeneration(
  { generation, signal, lanes = LANES }: FillGeneration,
  target: Store,
): Promise<Filled> {
  const { db } = target;
  const slices = await cutSlices({ lanes }, db);
  await db.transaction(async (tx) => {
    if (slices.length > 0)
      await tx
        .insert(passSlices)
        .values(
          slices.map(({ from, to, leads }) => ({ generationId: generation.id, fromLead: from, toLead: to, leads })),
        );
    const leadsTotal = slices.reduce((sum, { leads }) => sum + leads, 0);
    await tx.update(generations).set({ leadsTotal }).where(eq(generations.id, generation.id));
  });
  await fillSlices({ generation, signal, lanes: Math.min(lanes, slices.length), toTheEnd: true }, target);
  const [filled] = await db
    .select({
      leads: sql<number>`coalesce(sum(${passSlices.leads}), 0)::int`,
      scored: sql<number>`coalesce(sum(${passSlices.scored}), 0)::int`,
    })
    .from(passSlices)
    .where(eq(passSlices.generationId, generation.id));
  await db.delete(passSlices).where(eq(passSlices.generationId, generation.id));
  return filled ?? { leads: 0, scored: 0 };
}

export type FillSlices = {
  readonly generation: Generation;
  readonly signal?: AbortSignal | undefined;
  readonly lanes: number;
  /** Whether to wait for slices that others work on, and take over those of the killed. */
  readonly toTheEnd: boolean;
};

/** Takes slices that nobody works on until there are none. Any number of processes may do so at once. */
export async function fillSlices({ generation, signal, lanes, toTheEnd }: FillSlices, target: Store): Promise<void> {
  const reading = await openPassReading(generation, target.db);
  const work = { generation, reading, signal, toTheEnd };
  const outcomes = await Promise.allSettled(Array.from({ length: lanes }, () => runLane(work, target)));
  for (const outcome of outcomes) if (outcome.status === "rejected") throw outcome.reason;
}

type Lane = Pick<FillSlices, "generation" | "signal" | "toTheEnd"> & { readonly reading: PassReading };

async function runLane(lane: Lane, target: Store): Promise<void> {
  const client = await connectBulk(target.url);
  try {
    while (await fillNext(lane, client, target));
  } finally {
    await client.end();
  }
}

/** Fills one slice; false when there is none to take. */
async function fillNext(
  { generation, reading, signal, toTheEnd }: Lane,
  client: BulkClient,
  { db }: Store,
): Promise<boolean> {
  signal?.throwIfAborted();
  await client.query("begin");
  const slice =
    (await claim(generation, "skip locked", client)) ?? (toTheEnd ? await claim(generation, "", client) : null);
  if (slice !== null) {
    const scored = await scoreSlice({ reading, range: slice, expected: slice.leads, signal }, client, db);
    const counts = { leads: scored.leads, scored: 0 };
    const statement = `copy ${partitionName(generation.id)} (${SCORE_COLUMNS}) from stdin (format binary)`;
    await copyIn(client, statement, rowsOf(scored, counts, generation.id));
    await client.query(
      "update pass_slices set is_done = true, leads = $3, scored = $4 where generation_id = $1 and from_lead = $2",
      [generation.id, slice.from, counts.leads, counts.scored],
    );
  }
  await client.query("commit");
  return slice !== null;
}

/** The row stays locked until the transaction ends, or its session does. */
async function claim({ id }: Generation, wait: "skip locked" | "", client: BulkClient): Promise<PassSlice | null> {
  const { rows } = await client.query<{ from: string; to: string; leads: number }>(
    `select from_lead as from, to_lead as to, leads from pass_slices
     where generation_id = $1 and not is_done order by from_lead limit 1 for update ${wait}`,
    [id],
  );
  const row = rows[0];
  return row === undefined ? null : { from: Number(row.from), to: Number(row.to), leads: row.leads };
}

function* rowsOf(slice: ScoredSlice, counts: { scored: number }, generationId: number): Generator<Buffer> {
  const rows = new BinaryRows();
  yield BinaryRows.header();
  for (const { leadId, score } of slice.scores()) {
    if (score === null) continue;
    counts.scored++;
    writeScore(rows, { leadId, generationId, score });
    if (rows.bytes > CHUNK) yield rows.take();
  }
  yield rows.take();
  yield BinaryRows.trailer();
}
