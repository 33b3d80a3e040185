import { and, eq, inArray, isNotNull, max, min } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { inSlice } from "#db/lead-slice.ts";
import { generations, leads, outcomes, scoreSnapshots } from "#db/schema/index.ts";
import { snapshotDays } from "#lib/backtest/snapshot-days.ts";
import { FEWEST_WON, knownScores, type PastDay, type PastScore } from "#lib/performance/truth/past-score.ts";
import {
  type Deal,
  type KeptScore,
  type MonthCut,
  type Rules,
  type ScoredLead,
  scoreAsItIs,
  scoresOnDays,
} from "#lib/performance/truth/score-case.ts";
import { startOfDay } from "#lib/time/local-day.ts";
import type { Generation } from "./current-generation.ts";
import { areWinsTimed } from "./ended-leads.ts";
import { readPastLeads } from "./past-leads.ts";
import { samplePastLeads } from "./past-sample.ts";
import { listRulesInForce } from "./rules-in-force.ts";

/** `as_it_is`: nothing tells how leads stood before their outcome, so they are taken as they are today. */
export type PastScores = {
  readonly kind: "dated" | "as_it_is";
  readonly rows: readonly PastScore[];
  readonly days: readonly PastDay[];
  /** Leads that were looked at, of all there are. */
  readonly looked: number;
  readonly total: number;
};

type Query = {
  readonly generation: Generation;
  readonly windowDays: number;
  /** ISO 4217: deals in it have a worth. */
  readonly currency: string;
  readonly most: number;
  readonly signal?: AbortSignal | undefined;
};

const MONTHS = 25;
const LEADS_A_BATCH = 500;

/** Scores of leads as they stood when each month of two years began, before whatever became of them; up to about `most` rows, of more a sample of the leads. */
export async function readPastScores(query: Query, executor: Executor): Promise<PastScores> {
  const days = await findDays(query, executor);
  const dated = await readDated(query, days, executor);
  const known = knownScores(dated.rows, days);
  if (known.filter(({ isWon }) => isWon).length >= FEWEST_WON) return dated;
  // Leads that came and were won between two firsts of a month, or without a time, are in none of them.
  const present = await readPresent(query, executor);
  return present.rows.filter(({ isWon }) => isWon).length >= FEWEST_WON ? present : dated;
}

async function findDays({ generation, windowDays }: Query, executor: Executor): Promise<PastDay[]> {
  const [came] = await executor.select({ first: min(leads.createdDay), last: max(leads.createdDay) }).from(leads);
  if (came?.first == null || !(await areWinsTimed(executor))) return [];
  const found = snapshotDays({ firstDay: came.first, today: generation.day, windowDays, months: MONTHS, weeks: 0 });
  return found.map(({ day, isOver }) => ({ day, isOver }));
}

async function readDated(query: Query, days: readonly PastDay[], executor: Executor): Promise<PastScores> {
  const { generation, windowDays, most } = query;
  const { timeZone } = generation;
  const cuts: MonthCut[] = days.map(({ day }) => ({
    day,
    cut: startOfDay(day, timeZone),
    until: startOfDay(day + windowDays, timeZone),
  }));
  const last = cuts.at(-1);
  if (!last) return { kind: "dated", rows: [], days, looked: 0, total: 0 };
  const extent = await samplePastLeads({ cuts: cuts.map(({ cut }) => cut), before: last.cut, most }, executor);
  const rules = await openRules(generation, cuts[0]?.cut ?? 0, executor);
  const exact = await listMonthsKeptOnTime(days, executor);
  const rows: PastScore[] = [];
  for await (const lead of readLeads(query, extent.ids, exact, executor)) rows.push(...scoresOnDays(lead, rules, cuts));
  return { kind: "dated", rows, days, looked: extent.ids.length, total: extent.total };
}

async function readPresent(query: Query, executor: Executor): Promise<PastScores> {
  const { generation, most } = query;
  const extent = await samplePastLeads({ cuts: [], before: null, most }, executor);
  const rules = await openRules(generation, startOfDay(generation.day, generation.timeZone), executor);
  const rows: PastScore[] = [];
  for await (const lead of readLeads(query, extent.ids, [], executor)) {
    const row = scoreAsItIs(lead, rules, generation.day);
    if (row) rows.push(row);
  }
  const days = [{ day: generation.day, isOver: true }];
  return { kind: "as_it_is", rows, days, looked: extent.ids.length, total: extent.total };
}

async function openRules(generation: Generation, from: number, executor: Executor): Promise<Rules> {
  const periods = await listRulesInForce({ generation, from: new Date(from) }, executor);
  const definitions = new Map(
    periods.flatMap(({ models }) => models.map(({ versionId, definition }) => [versionId, definition] as const)),
  );
  return { periods, definitions, timeZone: generation.timeZone };
}

/** Months whose snapshot was taken by the pass of their first day: a later one already knows of days after it. */
async function listMonthsKeptOnTime(days: readonly PastDay[], executor: Executor): Promise<number[]> {
  const rows = await executor
    .select({ month: generations.snapshotMonth })
    .from(generations)
    .where(
      and(
        isNotNull(generations.snapshotMonth),
        eq(generations.snapshotMonth, generations.day),
        inArray(
          generations.snapshotMonth,
          days.map(({ day }) => day),
        ),
      ),
    );
  return rows.flatMap(({ month }) => month ?? []);
}

async function* readLeads(
  { generation, currency, signal }: Query,
  ids: readonly number[],
  months: readonly number[],
  executor: Executor,
): AsyncGenerator<ScoredLead> {
  const { timeZone, naming } = generation;
  for (let from = 0; from < ids.length; from += LEADS_A_BATCH) {
    signal?.throwIfAborted();
    const leadIds = ids.slice(from, from + LEADS_A_BATCH);
    const [past, kept, deals] = await Promise.all([
      readPastLeads({ leadIds, timeZone, naming }, executor),
      readKept(leadIds, months, executor),
      readDeals(leadIds, currency, executor),
    ]);
    for (const lead of past)
      yield { lead, kept: kept.get(lead.leadId) ?? new Map<number, KeptScore>(), deals: deals.get(lead.leadId) ?? [] };
  }
}

async function readKept(leadIds: readonly number[], months: readonly number[], executor: Executor) {
  if (months.length === 0) return new Map<number, Map<number, KeptScore>>();
  const rows = await executor
    .select({
      leadId: scoreSnapshots.leadId,
      month: scoreSnapshots.month,
      combined: scoreSnapshots.combined,
      cell: scoreSnapshots.cell,
      versionId: scoreSnapshots.versionId,
    })
    .from(scoreSnapshots)
    .where(and(inSlice(scoreSnapshots.leadId, { leadIds }), inArray(scoreSnapshots.month, [...months])));
  const byLead = Map.groupBy(rows, ({ leadId }) => leadId);
  return new Map(
    [...byLead].map(
      ([leadId, own]) => [leadId, new Map(own.map(({ month, ...score }) => [month, score] as const))] as const,
    ),
  );
}

/** Deals that were won with a worth in one currency; several are never added up. */
async function readDeals(leadIds: readonly number[], currency: string, executor: Executor) {
  const rows = await executor
    .select({ leadId: outcomes.leadId, at: outcomes.at, valueMinor: outcomes.valueMinor })
    .from(outcomes)
    .where(and(inSlice(outcomes.leadId, { leadIds }), eq(outcomes.result, "won"), eq(outcomes.currency, currency)));
  const byLead = Map.groupBy(rows, ({ leadId }) => leadId);
  return new Map(
    [...byLead].map(([leadId, own]) => {
      const deals: Deal[] = own.flatMap(({ at, valueMinor }) =>
        valueMinor === null ? [] : { at: at.getTime(), valueMinor },
      );
      return [leadId, deals] as const;
    }),
  );
}
