import { and, eq, gte, isNotNull, lt, min, type SQL, sql } from "drizzle-orm";
import { db, type Executor, type Store, store } from "#db/client.ts";
import { readKeptJourneys } from "#db/journeys/open-journeys.ts";
import { leads, users } from "#db/schema/index.ts";
import type { JourneyFilter } from "#lib/performance/journey-filter.ts";
import type { Selection } from "#lib/performance/select-journeys.ts";
import { startOfDay } from "#lib/time/local-day.ts";

/** Leads that came to be between two days of a zone, both included; null is every country, an empty text those without one. */
export type Cohort = {
  readonly from: number;
  readonly until: number;
  readonly timeZone: string;
  readonly country: string | null;
};

type SelectionQuery = { readonly filter: JourneyFilter; readonly timeZone: string };

/** The journeys of the leads that a filter asks for, as they are now. To be read before anything else is awaited. */
export async function readSelection({ filter, timeZone }: SelectionQuery, target: Store = store): Promise<Selection> {
  const kept = await readKeptJourneys(timeZone, target);
  return kept.select(filter);
}

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
