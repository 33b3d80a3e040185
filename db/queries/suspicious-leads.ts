import { type BulkClient, type BulkPair, withBulkPair } from "#db/bulk.ts";
import type { Store } from "#db/client.ts";
import { BinaryRow, readBinaryRows } from "#db/copy-binary-reader.ts";
import { partitionName } from "#db/partitions.ts";
import { STORED_COLUMNS, STORED_FIELDS, StoredRows } from "#db/stored-rows.ts";
import type { StoredScore } from "#lib/model/scorer.ts";
import type { Generation } from "./current-generation.ts";
import { cutSlices, type PassSlice } from "./pass-slices.ts";
import { openPassReading, type PassReading, scoreSlice } from "./score-slice.ts";

export type Suspects = {
  /** Leads that were looked at. */
  readonly leads: number;
  /** Those of them, and those with a score but gone, whose stored score is not what was computed, by id. */
  readonly leadIds: readonly number[];
};

type Search = {
  readonly generation: Generation;
  readonly signal?: AbortSignal | undefined;
};

/**
 * Scores all leads by the stream of a pass and holds the stored scores of a generation against it, one
 * slice of leads after the other. Nothing stands still meanwhile: a lead that changes may be a suspect
 * and have no fault.
 */
export async function findSuspects({ generation, signal }: Search, { url, db }: Store): Promise<Suspects> {
  const slices = await cutSlices(db);
  const reading = await openPassReading(generation, db);
  const suspects: number[] = [];
  let leads = 0;
  await withBulkPair(url, async (clients) => {
    for (const slice of slices)
      leads += await searchSlice({ slice, reading, generation, signal, suspects }, clients, db);
    suspects.push(...(await listBeyond(slices, generation, clients[0])));
  });
  return { leads, leadIds: suspects.sort((a, b) => a - b) };
}

type SliceSearch = Search & { readonly slice: PassSlice; readonly reading: PassReading; readonly suspects: number[] };

/** Adds the suspects of a slice; gives how many leads it holds. */
async function searchSlice(
  { slice, reading, generation, signal, suspects }: SliceSearch,
  clients: BulkPair,
  db: Store["db"],
): Promise<number> {
  const scored = await scoreSlice({ reading, range: slice, expected: slice.leads, signal }, clients, db);
  const stored = new StoredRows(slice.from, slice.leads);
  const row = new BinaryRow(STORED_FIELDS);
  const statement = `copy (select ${STORED_COLUMNS} from ${partitionName(generation.id)}
    where kind = 'lead' and lead_id between ${slice.from} and ${slice.to}) to stdout (format binary)`;
  await readBinaryRows(clients[0], { statement, row, signal }, () => stored.add(row));
  const parts = scored.scores((leadId, score) => {
    if (!stored.holds(leadId, score)) suspects.push(leadId);
  });
  for (const _ of parts);
  for (const leadId of stored.unasked()) suspects.push(leadId);
  return scored.leads;
}

/** Scores leads by the stream of a pass, each by itself. */
export async function computeByPass(
  { leadIds, generation }: { readonly leadIds: readonly number[]; readonly generation: Generation },
  { url, db }: Store,
): Promise<Map<number, StoredScore | null>> {
  const scores = new Map<number, StoredScore | null>();
  if (leadIds.length === 0) return scores;
  const reading = await openPassReading(generation, db);
  await withBulkPair(url, async (clients) => {
    for (const leadId of leadIds) {
      const slice = await scoreSlice({ reading, range: { from: leadId, to: leadId }, expected: 1 }, clients, db);
      for (const _ of slice.scores((_, score) => scores.set(leadId, score)));
    }
  });
  return scores;
}

/** Stored scores outside of all slices. */
async function listBeyond(slices: readonly PassSlice[], generation: Generation, client: BulkClient): Promise<number[]> {
  const from = slices[0]?.from ?? 0;
  const to = slices.at(-1)?.to ?? -1;
  const { rows } = await client.query<{ lead_id: string }>(
    `select lead_id from ${partitionName(generation.id)} where kind = 'lead' and (lead_id < $1 or lead_id > $2)`,
    [from, to],
  );
  return rows.map(({ lead_id }) => Number(lead_id));
}
