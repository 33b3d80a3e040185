import { desc, isNotNull, min, sql } from "drizzle-orm";
import { db, type Executor, type Store, store } from "#db/client.ts";
import { readKeptJourneys } from "#db/journeys/open-journeys.ts";
import { leads, modelVersions, users } from "#db/schema/index.ts";
import { remembered } from "#lib/census/remembered.ts";
import {
  type CourseQuery,
  courseFigures,
  type Figures,
  type FiguresQuery,
  type WorkQuery,
  workFigures,
} from "#lib/performance/figures.ts";
import type { Clock } from "#lib/performance/journey.ts";
import { ANY_JOURNEY, type JourneyFilter, whenever } from "#lib/performance/journey-filter.ts";
import type { KeptJourneys } from "#lib/performance/kept-journeys.ts";
import { type BehindQuery, isOfArrivals, isOfEvents, leadsBehind, newestFirst } from "#lib/performance/leads-behind.ts";
import { withinMonth } from "#lib/performance/month.ts";
import type { PublishedVersion } from "#lib/performance/published-version.ts";
import type { Selection } from "#lib/performance/select-journeys.ts";
import { courseOfSpan, type SpanFigures, type SpansOfTargets, spansOf, workOfSpan } from "#lib/performance/targets.ts";
import type { Label } from "#lib/scoring/definition.ts";
import { findOrganisation } from "./organisation.ts";

/** The figures of the leads that a filter asks for, as they are now. */
export async function readFigures(query: FiguresQuery, target: Store = store): Promise<Figures> {
  const kept = await readKeptJourneys(query.clock.timeZone, target);
  return { ...rememberCourse(kept, query), ...rememberWork(kept, query) };
}

/** Reads what figures are computed from before anybody asks; nothing before there is an organisation. */
export async function readJourneysAhead(target: Store = store): Promise<void> {
  const organisation = await findOrganisation(target.db);
  if (organisation) await readKeptJourneys(organisation.timeZone, target);
}

type LeadsQuery = Pick<FiguresQuery, "filter" | "clock"> & {
  readonly behind: BehindQuery;
  /** In which leads came, where a figure is of such leads alone; null: in all. */
  readonly months?: readonly string[] | null;
};

/** The leads that a figure counts, newest first. */
export async function listLeadsBehind(
  { filter, clock, behind, months = null }: LeadsQuery,
  target: Store = store,
): Promise<number[]> {
  const kept = await readKeptJourneys(clock.timeZone, target);
  if (isOfArrivals(behind.of)) {
    const periods = months?.map((month) => withinMonth(filter, month)) ?? [filter];
    return newestFirst(periods.flatMap((period) => kept.listLeads(period)));
  }
  const asked = isOfEvents(behind) ? whenever(filter) : filter;
  return kept.selections.read((select) => leadsBehind(select(asked), behind, { ...clock, ...filter }));
}

type SpansQuery = {
  readonly startDay: number;
  readonly clock: Clock;
  readonly currency: string;
  /** Of which leads, whenever they came; without one of all. */
  readonly filter?: JourneyFilter;
};

/** The figures with a target, before the start and of today. */
export async function readSpans(
  query: SpansQuery,
  target: Store = store,
): Promise<{ readonly start: SpanFigures; readonly today: SpanFigures }> {
  const kept = await readKeptJourneys(query.clock.timeZone, target);
  const course = rememberSpansCourse(kept, query);
  const work = rememberSpansWork(kept, query);
  return { start: { ...course.start, ...work.start }, today: { ...course.today, ...work.today } };
}

/** As of the figures of leads: what becomes of them is left as it was by calls. */
const rememberSpansCourse = remembered(
  (kept: KeptJourneys, query: SpansQuery) => ofSpans(kept, query, courseOfSpan),
  JSON.stringify,
  ({ courseRevision }) => courseRevision,
);

const rememberSpansWork = remembered((kept: KeptJourneys, query: SpansQuery) => ofSpans(kept, query, workOfSpan));

type OfSpan<Part> = (ever: Selection, query: Parameters<typeof workOfSpan>[1]) => Part;

function ofSpans<Part>(kept: KeptJourneys, { startDay, clock, currency, filter }: SpansQuery, figures: OfSpan<Part>) {
  const { start, today } = spansOf(startDay, clock);
  return kept.selections.read((select) => {
    const ever = select(whenever(filter ?? ANY_JOURNEY));
    const of = (spans: SpansOfTargets) => figures(ever, { spans, clock, currency });
    return { start: of(start), today: of(today) };
  });
}

/** A call that is logged, and most that happens is one, leaves these as they were. */
const rememberCourse = remembered(
  (kept: KeptJourneys, query: CourseQuery) => kept.selections.read((select) => courseFigures(select, query)),
  ({ filter, clock, funnel }) => JSON.stringify([filter, clock, funnel]),
  ({ courseRevision }) => courseRevision,
);

const rememberWork = remembered(
  (kept: KeptJourneys, query: WorkQuery) => kept.selections.read((select) => workFigures(select, query)),
  ({ filter, clock, workingTime: { week, holidays } }) => JSON.stringify([filter, clock, week, [...holidays]]),
);

/** Names by id of everybody who may have worked leads. */
export async function readNames(executor: Executor = db): Promise<Map<number, string>> {
  const rows = await executor.select({ id: users.id, name: users.name }).from(users).where(isNotNull(users.role));
  return new Map(rows.map(({ id, name }) => [id, name] as const));
}

/** When the first lead came to be; null without leads. */
export async function findFirstArrival(executor: Executor = db): Promise<Date | null> {
  const [row] = await executor.select({ at: min(leads.createdAt) }).from(leads);
  return row?.at ?? null;
}

/** Every version that went live, newest first. */
export async function listPublishedVersions(executor: Executor = db): Promise<PublishedVersion[]> {
  const rows = await executor
    .select({
      versionId: modelVersions.id,
      name: sql<Label>`${modelVersions.definition} -> 'name'`,
      number: modelVersions.number,
      publishedAt: modelVersions.publishedAt,
    })
    .from(modelVersions)
    .orderBy(desc(modelVersions.publishedAt), desc(modelVersions.id));
  return rows.map((row) => ({ ...row, publishedAt: row.publishedAt.getTime() }));
}
