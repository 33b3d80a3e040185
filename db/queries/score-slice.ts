import type { BulkClient } from "#db/bulk.ts";
import type { Executor } from "#db/client.ts";
import { LeadRows } from "#db/lead-rows.ts";
import type { IdRange } from "#db/lead-slice.ts";
import { ManyLeads } from "#lib/model/many-leads.ts";
import { openScorer, type Scorer, type StoredScore } from "#lib/model/scorer.ts";
import type { Generation } from "./current-generation.ts";
import { type EventReading, expectEvents, openEventReading, streamEvents } from "./event-stream.ts";
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

/** All leads of a range of ids, scored from what is stored. `scores` gives each once, in no order. */
export type ScoredSlice = { readonly range: IdRange; readonly leads: number; scores(): Iterable<ScoredLead> };

export type ScoreSlice = {
  readonly reading: PassReading;
  readonly range: IdRange;
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
 * next generation, and behind `verify`, which holds it against the one in force. The statements each see
 * their own snapshot, so of a lead that changes meanwhile the score may be neither the old nor the new
 * one: a pass scores such leads again at its switch.
 */
export async function scoreSlice(
  { reading, range, expected, signal, tell = () => {} }: ScoreSlice,
  client: BulkClient,
  executor: Executor,
): Promise<ScoredSlice> {
  const many = new ManyLeads(reading.scorer, { day: reading.day, cut: null }, expected);
  const rows = new LeadRows(range.from);
  const leadIds: number[] = [];
  await streamLeads({ range, reading: reading.leads, signal }, client, (leadId, standing, mayScore) => {
    const row = many.enter(standing, mayScore);
    leadIds.push(leadId);
    if (many.isScored(row)) rows.set(leadId, row);
  });
  for (const [leadId, adjustments] of await readAdjustments({ slice: range, cut: null }, executor)) {
    const row = rows.rowOf(leadId);
    if (row >= 0) for (const adjustment of adjustments) many.adjust(row, adjustment);
  }
  const ofEvents = { range, reading: reading.events, signal };
  const expectedEvents = await expectEvents(ofEvents, client);
  let events = 0;
  await streamEvents(ofEvents, client, (leadId, rules, event) => {
    const row = rows.rowOf(leadId);
    if (row >= 0) many.count(row, rules, event);
    if (++events % TELL_EVERY === 0) tell(LEADS_SHARE + EVENTS_SHARE * Math.min(1, events / expectedEvents));
  });
  return { range, leads: leadIds.length, scores };

  function* scores(): Generator<ScoredLead> {
    const from = LEADS_SHARE + EVENTS_SHARE;
    for (let row = 0; row < leadIds.length; row++) {
      if (row % TELL_EVERY === 0) tell(from + (1 - from) * (row / leadIds.length));
      yield { leadId: leadIds[row] ?? 0, score: many.settle(row) };
    }
    tell(1);
  }
}
