import { and, desc, eq, gte, isNotNull, lt, min, type SQL, sql } from "drizzle-orm";
import { db, type Executor, type Store, store } from "#db/client.ts";
import { readKeptJourneys } from "#db/journeys/open-journeys.ts";
import { leads, modelVersions, users } from "#db/schema/index.ts";
import { remembered } from "#lib/census/remembered.ts";
import { type Figures, type FiguresQuery, figuresOf } from "#lib/performance/figures.ts";
import type { KeptJourneys } from "#lib/performance/kept-journeys.ts";
import type { PublishedVersion } from "#lib/performance/published-version.ts";
import type { Label } from "#lib/scoring/definition.ts";
import { startOfDay } from "#lib/time/local-day.ts";

/** Leads that came to be between two days of a zone, both included; null is every country, an empty text those without one. */
export type Cohort = {
  readonly from: number;
  readonly until: number;
  readonly timeZone: string;
  readonly country: string | null;
};

/** The figures of the leads that a filter asks for, as they are now. */
export async function readFigures(query: FiguresQuery, target: Store = store): Promise<Figures> {
  return remember(await readKeptJourneys(query.clock.timeZone, target), query);
}

const remember = remembered((kept: KeptJourneys, query: FiguresQuery) =>
  figuresOf((filter) => kept.select(filter), query),
);

/** The condition on `leads`. */
export function inCohort({ from, until, timeZone, country }: Cohort): SQL | undefined {
  const start = (day: number) => new Date(startOfDay(day, timeZone));
  return and(gte(leads.createdAt, start(from)), lt(leads.createdAt, start(until + 1)), inCountry(country));
}

function inCountry(country: string | null): SQL | undefined {
  if (country === null) return undefined;
  return country === "" ? sql`coalesce(${leads.country}, '') = ''` : eq(leads.country, country);
}

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
