import type { BulkClient, BulkPair } from "#db/bulk.ts";
import type { Executor } from "#db/client.ts";
import { LeadRows } from "#db/lead-rows.ts";
import type { IdRange } from "#db/lead-slice.ts";
import { ManyLeads } from "#lib/model/many-leads.ts";
import { openScorer, type Scorer, type StoredScore } from "#lib/model/scorer.ts";
import type { Generation } from "./current-generation.ts";
import { type EventReading, expectEvents, halveEvents, openEventReading, streamEvents } from "./event-stream.ts";
import { readAdjustments } from "./lead-histories.ts";
import { type LeadReading, openLeadReading, streamLeads } from "./lead-stream.ts";

/** A generation made ready to be computed from stored facts: what to read, and what to score with. */
export type PassReading = {
  readonly scorer: Scorer;
  readonly day: number;
  readonly leads: LeadReading;
  readonly events: EventReading;
};

/** Once a pass; the slices share it. */
export async function openPassReading(generation: Generation, executor: Executor): Promise<PassReading> {
  const { timeZone, fieldTypes, day } = generation;
  const scorer = openScorer(generation);
  const fields = new Set(
    scorer.models.flatMap(({ fields, segment }) => [...fields.names, ...(segment?.fields.names ?? [])]),
  );
  return {
    scorer,
    day,
    leads: openLeadReading({ fields: [...fields], fieldTypes }, timeZone),
    events: await openEventReading(scorer, timeZone, executor),
  };
}

/** A lead's score as it is to be stored; null: the lead is to have none. */
export type ScoredLead = { readonly leadId: number; readonly score: StoredScore | null };

/** All leads of a range of ids, scored from what is stored. `scores` gives each once, by id. */
export type ScoredSlice = { readonly range: IdRange; readonly leads: number; scores(): Iterable<ScoredLead> };

export type ScoreSlice = {
  readonly reading: PassReading;
  readonly range: IdRange;
  /** Whether there are no leads beyond the range. */
  readonly isWhole?: boolean;
  /** How many leads are expected in the range; there is room for more. */
  readonly expected: number;
  readonly signal?: AbortSignal | undefined;
  /** Is told now and then which share of the work is done. */
  readonly tell?: (share: number) => void;
};

/** Of the time that a slice takes: leads are read, events are read, scores are taken. */
const LEADS_SHARE = 0.15;
const EVENTS_SHARE = 0.65;
const TELL_EVERY = 16_384;

/**
 * Scores all leads of a range from stored facts: the one stream behind a pass, which stores it in the
 * next generation, and behind `verify`, which holds it against the one in force. Each client reads a
 * part of the rows at the same time. The statements each see their own snapshot, so of a lead that
 * changes meanwhile the score may be neither the old nor the new one: a pass scores such leads again
 * at its switch.
 */
export async function scoreSlice(
  { reading, range, isWhole = false, expected, signal, tell = () => {} }: ScoreSlice,
  clients: BulkPair,
  executor: Executor,
): Promise<ScoredSlice> {
  const many = new ManyLeads(reading.scorer, { day: reading.day, cut: null }, expected);
  const rows = new LeadRows(range.from);
  await atOnce(clients, halves(range), (half, client) =>
    streamLeads({ range: half, reading: reading.leads, signal }, client, (leadId, standing, mayScore) => {
      rows.set(leadId, many.enter(standing, mayScore));
    }),
  );
  for (const [leadId, adjustments] of await readAdjustments({ slice: range, cut: null }, executor)) {
    const row = rows.rowOf(leadId);
    if (row >= 0) for (const adjustment of adjustments) many.adjust(row, adjustment);
  }
  const ofEvents = { range: isWhole ? null : range, reading: reading.events, signal };
  const expectedEvents = await expectEvents(ofEvents, clients[0]);
  let events = 0;
  await atOnce(clients, await halveEvents(clients[0]), (blocks, client) =>
    streamEvents({ ...ofEvents, blocks }, client, (leadId, rules, event) => {
      const row = rows.rowOf(leadId);
      if (row >= 0) many.count(row, rules, event);
      if (++events % TELL_EVERY === 0) tell(LEADS_SHARE + EVENTS_SHARE * Math.min(1, events / expectedEvents));
    }),
  );
  return { range, leads: many.size, scores };

  function* scores(): Generator<ScoredLead> {
    const from = LEADS_SHARE + EVENTS_SHARE;
    let told = 0;
    for (const { leadId, row } of rows.inOrder()) {
      if (told++ % TELL_EVERY === 0) tell(from + (1 - from) * (told / many.size));
      yield { leadId, score: many.settle(row) };
    }
    tell(1);
  }
}

function halves({ from, to }: IdRange): [IdRange, IdRange] {
  const middle = Math.floor((from + to) / 2);
  return [
    { from, to: middle },
    { from: middle + 1, to },
  ];
}

/** Works on both parts at once; when one fails, the other has ended too before that is told. */
async function atOnce<Part>(
  clients: BulkPair,
  parts: readonly [Part, Part],
  work: (part: Part, client: BulkClient) => Promise<void>,
): Promise<void> {
  const outcomes = await Promise.allSettled([work(parts[0], clients[0]), work(parts[1], clients[1])]);
  for (const outcome of outcomes) if (outcome.status === "rejected") throw outcome.reason;
}
