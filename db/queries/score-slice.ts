import type { BulkClient, BulkPair } from "#db/bulk.ts";
import type { Executor } from "#db/client.ts";
import { IdRows } from "#db/id-rows.ts";
import type { IdRange, LeadSample } from "#db/lead-slice.ts";
import { ManyLeads } from "#lib/model/many-leads.ts";
import { dependsOnStage, openScorer, type Scorer, type StoredScore } from "#lib/model/scorer.ts";
import { WaitingEvents } from "#lib/model/waiting-events.ts";
import type { Sink } from "#lib/scoring/sink.ts";
import { LocalDays } from "#lib/time/local-days.ts";
import { AccountValues } from "./account-values.ts";
import type { Generation } from "./current-generation.ts";
import { type EventReading, openEventReading } from "./event-reading.ts";
import { type BlockRange, cutEvents, expectEvents, streamEvents } from "./event-stream.ts";
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
  const { timeZone, fieldTypes, naming, day } = generation;
  const scorer = openScorer(generation);
  const days = new LocalDays(timeZone);
  const fields = new Set(
    scorer.models.flatMap(({ fields, segment }) => [...fields.names, ...(segment?.fields.names ?? [])]),
  );
  return {
    scorer,
    day,
    leads: openLeadReading({ fields: [...fields], fieldTypes, hasStages: dependsOnStage(scorer) }, days),
    events: await openEventReading({ scorer, naming, days }, executor),
  };
}

/**
 * A lead's score as it is to be stored, and the factor sums of its model's criteria, valid until the next; null: the
 * lead is to have none.
 */
export type OnScore = (leadId: number, score: StoredScore | null, factorSums: Int32Array | null) => void;

/**
 * All leads of a range of ids, scored from what is stored. `scores` tells each once, by id, and pauses
 * after every part of some thousand leads.
 */
export type ScoredSlice = {
  readonly range: IdRange;
  readonly leads: number;
  scores(onScore: OnScore): Iterable<void>;
};

export type ScoreSlice = {
  readonly reading: PassReading;
  readonly range: IdRange;
  /** Whether there are no leads beyond the range. */
  readonly isWhole?: boolean;
  /** How many leads are expected in the range; there is room for more. */
  readonly expected: number;
  /** Which leads of the range; null or absent: all. */
  readonly sample?: LeadSample | null;
  /** How many leads' events are counted at a time, about. */
  readonly leadsAPart?: number;
  readonly signal?: AbortSignal | undefined;
  /** Is told whose events and score come next, and then what counts; ranks of events are their days. */
  readonly watch?: (Sink & { readonly begin: (leadId: number, day: number) => void }) | undefined;
  /** Is told now and then which share of the work is done. */
  readonly tell?: (share: number) => void;
};

/** Of the time that a slice takes: leads and events are read, scores are taken. */
const READ_SHARE = 0.6;
const TELL_EVERY = 16_384;
/** Stretches of the table of events; who has read one takes the next. */
const STRETCHES = 16;

/**
 * Scores all leads of a range from stored facts: the one stream behind a pass, which stores it in the
 * next generation, and behind `verify`, which holds it against the one in force. The clients read
 * leads and events at the same time; `scores` then counts these, some thousand leads after the other.
 * The statements each see their own snapshot, so of a lead that changes meanwhile the score may be
 * neither the old nor the new one: a pass scores such leads again at its switch.
 */
export async function scoreSlice(
  { reading, range, isWhole = false, expected, sample = null, leadsAPart, signal, watch, tell = () => {} }: ScoreSlice,
  clients: BulkPair,
  executor: Executor,
): Promise<ScoredSlice> {
  const many = new ManyLeads(reading.scorer, { day: reading.day, cut: null }, expected, watch);
  const rows = new IdRows(range.from);
  const ofEvents = { range: isWhole ? null : range, sample, reading: reading.events, signal };
  const expectedEvents = await expectEvents(ofEvents, clients[0]);
  const waiting = new WaitingEvents({ ...range, expected, expectedEvents, leadsAPart });
  let events = 0;
  let accounts: Promise<AccountValues> | null = null;
  const leadsOf = (half: IdRange) => async (client: BulkClient) => {
    accounts ??= AccountValues.read(
      { range: isWhole ? null : range, columns: reading.leads.accountColumns, signal },
      client,
    );
    const ofLeads = { range: half, sample, reading: reading.leads, accounts: await accounts, signal };
    await streamLeads(ofLeads, client, (leadId, standing, mayScore) => {
      rows.set(leadId, many.enter(standing, mayScore));
    });
  };
  const eventsOf = (blocks: BlockRange) => (client: BulkClient) =>
    streamEvents({ ...ofEvents, blocks }, client, (leadId, rules, event) => {
      waiting.add(leadId, rules, event);
      if (++events % TELL_EVERY === 0) tell(READ_SHARE * Math.min(1, events / expectedEvents));
    });
  // A few leads are found by index, which each stretch would go through anew.
  const stretches = await cutEvents(clients[0], isWhole ? STRETCHES : clients.length);
  const [leads, moreLeads] = halves(range);
  const pieces = stretches.map(eventsOf);
  // A stretch of events before the other half: it needs the accounts as well, which the first one reads.
  pieces.splice(1, 0, leadsOf(moreLeads));
  await shareOut(clients, [leadsOf(leads), ...pieces]);
  for (const [leadId, adjustments] of await readAdjustments({ slice: range, cut: null }, executor)) {
    const row = rows.rowOf(leadId);
    if (row >= 0) for (const adjustment of adjustments) many.adjust(row, adjustment);
  }
  return { range, leads: many.size, scores };

  function* scores(onScore: OnScore): Generator<void> {
    let told = 0;
    for (const { from, ids, rows: seated } of rows.parts(waiting.idsAPart)) {
      signal?.throwIfAborted();
      tell(READ_SHARE + (1 - READ_SHARE) * (told / many.size));
      many.seat(seated);
      waiting.tell(from, (leadId, rules, event) => {
        const row = rows.rowOf(leadId);
        watch?.begin(leadId, reading.day);
        if (row >= 0) many.count(row, reading.events.sets.rulesOf(rules), event);
      });
      for (let place = 0; place < seated.length; place++) {
        const row = seated[place] ?? 0;
        watch?.begin(ids[place] ?? 0, reading.day);
        onScore(ids[place] ?? 0, many.settle(row), many.factorSums(row));
      }
      told += seated.length;
      yield;
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

/** Does all work, each client one piece after the other; when one fails, the other has ended too before that is told. */
async function shareOut(clients: BulkPair, work: ((client: BulkClient) => Promise<void>)[]): Promise<void> {
  const outcomes = await Promise.allSettled(clients.map(takeOn));
  for (const outcome of outcomes) if (outcome.status === "rejected") throw outcome.reason;

  async function takeOn(client: BulkClient): Promise<void> {
    try {
      for (let piece = work.shift(); piece !== undefined; piece = work.shift()) await piece(client);
    } finally {
      // Of no use any more when this one failed; empty otherwise.
      work.length = 0;
    }
  }
}
