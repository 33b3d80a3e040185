import { max, min } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { leads } from "#db/schema/index.ts";
import { CaseRows } from "#lib/backtest/case-rows.ts";
import { type CriterionNotes, NoteTaker } from "#lib/backtest/criterion-notes.ts";
import { LeakWatch } from "#lib/backtest/leak-watch.ts";
import { type Cut, PastMeasure } from "#lib/backtest/measure-cases.ts";
import type { PastLead } from "#lib/backtest/past-lead.ts";
import type { PastSpan } from "#lib/backtest/past-span.ts";
import { type SnapshotDay, snapshotDays, startsMonth } from "#lib/backtest/snapshot-days.ts";
import type { RejectionReason } from "#lib/lifecycle/constants.ts";
import { openScorer, type Scorer } from "#lib/model/scorer.ts";
import { measureKey } from "#lib/preview/measure.ts";
import { AgesWatch } from "#lib/preview/watch-ages.ts";
import { startOfDay } from "#lib/time/local-day.ts";
import type { Generation } from "./current-generation.ts";
import { areWinsTimed } from "./ended-leads.ts";
import { findOrderField } from "./evaluation-cases.ts";
import type { MeasuredLeads, MeasureQuery } from "./measure-leads.ts";
import { DRAFT, openModelsOfThen } from "./models-to-measure.ts";
import { findOrganisation } from "./organisation.ts";
import { readPastLeads } from "./past-leads.ts";
import { type Extent, samplePastLeads } from "./past-sample.ts";

/** Leads on days of the past that a model would have scored, by lead and day, a row each. */
export type MeasuredPast = Omit<MeasuredLeads, "newest"> & {
  readonly span: PastSpan;
  /** Places of the days of the span, by row. */
  readonly places: Int32Array;
  /** 1 where the lead was won within the window after the day. */
  readonly won: Int32Array;
  /** 1 where sales had the lead already. */
  readonly withSales: Int32Array;
  /** By `measureKey`. */
  readonly notes: ReadonlyMap<string, CriterionNotes>;
};

export type PastQuery = MeasureQuery & {
  /** Rows that were measured before: these leads on these days are measured again, and no others. null: there are none. */
  readonly rows?: { readonly span: PastSpan; readonly leadIds: Uint32Array } | null;
};

/** A year of months, and a quarter of weeks; of both the day before the first. */
const DAYS = { months: 13, weeks: 13 };
const LEADS_A_BATCH = 500;
const NOTHING_SEEN: Pick<PastSpan, "leaks" | "rejections"> = { leaks: [], rejections: {} };

/** Measures criteria over the leads that a model would have scored on days of the past; up to `most` rows on first days of months, of more a sample of the leads. */
export async function measurePast(query: PastQuery, executor: Executor): Promise<MeasuredPast> {
  const { generation, criteria, signal } = query;
  const { timeZone, naming, day: today, fieldTypes } = generation;
  const span = query.rows?.span ?? (await findSpan({ today, timeZone }, executor));
  const isDated = span.kind === "dated";
  // What became customers is not open any more; without times that is all that is known of when.
  const reach = isDated ? query.reach : { ...query.reach, stages: null };
  const cuts = cutsOf(span, timeZone);
  const { modelsAt, model } = await openModels({ ...query, reach }, cuts[0]?.cut ?? 0, executor);
  const watch = new AgesWatch(criteria);
  const measure = new PastMeasure({ modelsAt, model, timeZone, watch });
  const leaks = new LeakWatch(fieldTypes);
  const takers = model.criteria.map((criterion) => new NoteTaker(criterion, model));
  const rows = new CaseRows(watch);
  const extent = await findExtent(query, span, executor);
  const order: number[] = [];
  const rejections: Partial<Record<RejectionReason, number>> = {};
  let counted = 0;
  for (let from = 0; from < extent.ids.length; from += LEADS_A_BATCH) {
    signal?.throwIfAborted();
    const leadIds = extent.ids.slice(from, from + LEADS_A_BATCH);
    for (const lead of await readPastLeads({ leadIds, timeZone, naming }, executor)) see(lead);
  }
  const notes = takers.map((taker) => [measureKey(taker.criterion), taker.notes()] as const);
  return {
    ...rows.columns(criteria.map(measureKey), isDated ? null : order),
    span: { ...span, leaks: leaks.leaks(), rejections },
    looked: extent.ids.length,
    total: extent.total,
    notes: new Map(notes),
  };

  function see(lead: PastLead): void {
    let isSeen = false;
    const cases = isDated ? measure.cases(lead, cuts) : measure.present(lead, today);
    for (const each of cases) {
      isSeen = true;
      rows.add(each);
      if (!isDated) order.push(orderOf(lead, span.orderField));
      if (span.days[each.place]?.isOver !== true) continue;
      const cut = isDated ? (cuts[each.place]?.cut ?? null) : null;
      leaks.see(lead, { cut, isWon: each.isWon });
      for (const [index, taker] of takers.entries()) taker.see(lead, { cut, isMatched: each.factorSums[index] !== 0 });
      if (lead.rejectedFor !== null && lead.leadId !== counted) {
        counted = lead.leadId;
        rejections[lead.rejectedFor] = (rejections[lead.rejectedFor] ?? 0) + 1;
      }
    }
    if (isSeen) leaks.seeWon(lead);
    // Also who came and was won between two days: the quick ones are part of how long it takes.
    if (span.areWinsTimed && measure.wasMine(lead)) for (const taker of takers) taker.seeWon(lead, timeZone);
  }
}

/** The edited model, compiled, and all that are tried on what was known before a cut. */
async function openModels(query: PastQuery, firstCut: number, executor: Executor) {
  const { fieldTypes } = query.generation;
  const triedAt = await openModelsOfThen({ ...query, from: new Date(firstCut) }, executor);
  const scorers = new Map<Generation["models"], Scorer>();
  const scorerAt = (cut: number | null) => {
    const models = triedAt(cut);
    const scorer = scorers.get(models) ?? openScorer({ models, fieldTypes });
    scorers.set(models, scorer);
    return scorer;
  };
  const today = scorerAt(null);
  const model = today.models.find((each) => today.versionIds.get(each) === DRAFT);
  if (model === undefined) throw new Error("The edited model is not among those measured.");
  return { model, modelsAt: (cut: number | null) => scorerAt(cut).models };
}

function orderOf({ facts }: PastLead, field: string | null): number {
  const value = field === null ? facts.createdAt : facts.fields[field];
  return typeof value === "number" ? value : -Infinity;
}

function cutsOf({ days, windowDays }: PastSpan, timeZone: string): Cut[] {
  return days.map(({ day }) => ({
    day,
    cut: startOfDay(day, timeZone),
    until: startOfDay(day + windowDays, timeZone),
  }));
}

type Now = { readonly today: number; readonly timeZone: string };

async function findSpan({ today, timeZone }: Now, executor: Executor): Promise<PastSpan> {
  const windowDays = (await findOrganisation(executor))?.outcomeWindowDays ?? 0;
  const known = { windowDays, areWinsTimed: await areWinsTimed(executor), ...NOTHING_SEEN };
  const [first] = await executor.select({ day: min(leads.createdDay), last: max(leads.createdDay) }).from(leads);
  const days = first?.day == null ? [] : snapshotDays({ firstDay: first.day, today, windowDays, ...DAYS });
  if (known.areWinsTimed && days.some(({ isOver }) => isOver))
    return { kind: "dated", days, orderField: null, ...known };
  // Days on which leads came tell older from newer where it is the deals that have no time.
  const orderField = await findOrderField({ timeZone }, executor);
  if (orderField === null && (known.areWinsTimed || days.length === 0))
    return { kind: "none", days: [], orderField, ...known };
  return { kind: "ordered", days: [{ day: today, isOver: true, endsWeek: false }], orderField, ...known };
}

async function findExtent(query: PastQuery, span: PastSpan, executor: Executor): Promise<Extent> {
  const { rows, most, generation } = query;
  if (span.kind === "none") return { ids: [], total: 0 };
  if (!rows) {
    const start = ({ day }: SnapshotDay) => startOfDay(day, generation.timeZone);
    const days = span.kind === "dated" ? span.days : [];
    const last = days.at(-1);
    const cuts = days.filter(({ day }) => startsMonth(day)).map(start);
    return samplePastLeads({ cuts, before: last ? start(last) : null, most }, executor);
  }
  const ids = [...new Set(rows.leadIds)];
  return { ids, total: ids.length };
}
