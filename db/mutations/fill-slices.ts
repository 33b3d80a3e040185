import { type BulkClient, type BulkPair, copyIn, waitForNoDisk, withBulkPair } from "#db/bulk.ts";
import { type Store, store } from "#db/client.ts";
import { BinaryRows } from "#db/copy-binary-writer.ts";
import { partitionName } from "#db/partitions.ts";
import { findBuildingGeneration, type Generation } from "#db/queries/current-generation.ts";
import type { PassSlice } from "#db/queries/pass-slices.ts";
import { openPassReading, type PassReading, type ScoredSlice, scoreSlice } from "#db/queries/score-slice.ts";
import { PassProgress } from "./pass-progress.ts";
import { SCORE_COLUMNS, writeScore } from "./write-score.ts";

export type FillSlices = {
  readonly generation: Generation;
  readonly signal?: AbortSignal | undefined;
  /** Whether to wait for slices that others work on, and to take over those of the killed. */
  readonly isLeader: boolean;
};

/**
 * Fills slices of a generation until there are none that nobody works on. Any number of processes may
 * do so at once. A slice's scores and the mark that it is done are one transaction, which holds the
 * slice's row locked meanwhile: what a killed worker held is free again, with nothing of it stored.
 */
export async function fillSlices({ generation, signal, isLeader }: FillSlices, target: Store): Promise<void> {
  const reading = await openPassReading(generation, target.db);
  const progress = new PassProgress(generation.id, target.db);
  const filling = { generation, reading, progress, signal, isLeader };
  try {
    await withBulkPair(target.url, async (clients) => {
      // The switch, which puts the scores in force, waits for the disk, and so for all before it.
      await waitForNoDisk(clients[0]);
      while (await fillNext(filling, clients, target));
    });
  } finally {
    await progress.end();
  }
}

/** Helps with a pass that another worker runs; does nothing when it is over. */
export async function helpFill(
  { generationId, signal }: { readonly generationId: number; readonly signal?: AbortSignal },
  target: Store = store,
): Promise<void> {
  const generation = await findBuildingGeneration({ generationId }, target.db);
  if (generation) await fillSlices({ generation, signal, isLeader: false }, target);
}

type Filling = FillSlices & { readonly reading: PassReading; readonly progress: PassProgress };

/** Fills one slice; false when there is none to take. The first client holds it, both read. */
async function fillNext(
  { generation, reading, signal, progress, isLeader }: Filling,
  clients: BulkPair,
  { db }: Store,
): Promise<boolean> {
  signal?.throwIfAborted();
  const [client] = clients;
  await client.query("begin");
  const free = await claimSlice(generation, "skip locked", client);
  const slice = free ?? (isLeader ? await claimSlice(generation, "", client) : null);
  if (slice !== null) {
    const tell = progress.open(slice.leads);
    const { isWhole, leads: expected } = slice;
    const scored = await scoreSlice({ reading, range: slice, isWhole, expected, signal, tell }, clients, db);
    const counts = { leads: scored.leads, scored: 0 };
    const statement = `copy ${partitionName(generation.id)} (${SCORE_COLUMNS}) from stdin (format binary)`;
    await copyIn(client, statement, rowsOf(scored, counts));
    await client.query(
      "update pass_slices set is_done = true, leads = $3, scored = $4 where generation_id = $1 and from_lead = $2",
      [generation.id, slice.from, counts.leads, counts.scored],
    );
  }
  await client.query("commit");
  return slice !== null;
}

/** The row stays locked until the transaction ends, or its session does. Without `skip locked` waits for others. */
async function claimSlice({ id }: Generation, wait: "skip locked" | "", client: BulkClient): Promise<Claimed | null> {
  const { rows } = await client.query<{ from: string; to: string; leads: number; is_whole: boolean }>(
    `select from_lead as from, to_lead as to, leads,
       not exists (select from pass_slices other where other.generation_id = $1 and other.from_lead <> slice.from_lead) as is_whole
     from pass_slices slice
     where generation_id = $1 and not is_done order by from_lead limit 1 for update ${wait}`,
    [id],
  );
  const row = rows[0];
  if (row === undefined) return null;
  return { from: Number(row.from), to: Number(row.to), leads: row.leads, isWhole: row.is_whole };
}

type Claimed = PassSlice & { readonly isWhole: boolean };

function* rowsOf(slice: ScoredSlice, counts: { scored: number }): Generator<Buffer> {
  const rows = new BinaryRows();
  yield BinaryRows.header();
  const parts = slice.scores((leadId, score) => {
    if (score === null) return;
    counts.scored++;
    writeScore(rows, { leadId, score });
  });
  for (const _ of parts) yield rows.take();
  yield BinaryRows.trailer();
}
