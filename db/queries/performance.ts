import { and, count, eq, gte, isNotNull, lt, min, type SQL, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { leads, users } from "#db/schema/index.ts";
import type { Arrivals, Journey } from "#lib/performance/journey.ts";
import { localDay, startOfDay } from "#lib/time/local-day.ts";

/** Leads that came to be between two days of a zone, both included; null is every country, an empty text those without one. */
export type Cohort = {
  readonly from: number;
  readonly until: number;
  readonly timeZone: string;
  readonly country: string | null;
};

/** How many leads came on each day from each source. */
export async function countArrivals(cohort: Cohort, executor: Executor = db): Promise<Arrivals[]> {
  const day = sql<number>`(${leads.createdAt} at time zone ${cohort.timeZone})::date - date '1970-01-01'`;
  return executor
    .select({ day, source: leads.source, leads: count() })
    .from(leads)
    .where(inCohort(cohort))
    .groupBy(sql`1, 2`)
    .orderBy(sql`1, 2`);
}

type JourneyRow = Readonly<Record<Instants, string | null>> & {
  readonly source: string | null;
  readonly is_closed: boolean;
  readonly rep_id: string | null;
};
type Instants =
  | "created_at"
  | "handed_over_at"
  | "accepted_at"
  | "qualified_at"
  | "opportunity_at"
  | "won_at"
  | "customer_at"
  | "first_touch_at";

/** The ways of the leads that left the first stage, from their stage changes and touches that were not undone. */
export async function readJourneys(cohort: Cohort, executor: Executor = db): Promise<Journey[]> {
  const rows = await executor.execute<JourneyRow>(sql`
    with cohort as materialized (
      select id, created_at, source, owner_id, stage from leads where ${inCohort(cohort)}
    ), step as materialized (
      select change.lead_id, change.at, ${rankOf(sql`change.to_stage`)} as rank
      from stage_changes change join cohort on cohort.id = change.lead_id
      where change.undone_at is null and ${rankOf(sql`change.to_stage`)} > 0
    ), handed as (
      select lead_id, min(at) filter (where rank between 1 and 3) as at, min(at) filter (where rank = 5) as customer_at
      from step group by lead_id
    ), journey as (
      select handed.lead_id, handed.at, handed.customer_at,
        min(step.at) filter (where step.rank >= 2) as accepted_at,
        min(step.at) filter (where step.rank >= 3) as qualified_at,
        min(step.at) filter (where step.rank >= 4) as opportunity_at,
        min(step.at) filter (where step.rank = 5) as won_at
      from handed left join step on step.lead_id = handed.lead_id and step.at >= handed.at
      group by handed.lead_id, handed.at, handed.customer_at
    )
    select ${epoch("cohort.created_at")} as created_at, cohort.source,
      ${epoch("journey.at")} as handed_over_at, ${epoch("journey.accepted_at")} as accepted_at,
      ${epoch("journey.qualified_at")} as qualified_at, ${epoch("journey.opportunity_at")} as opportunity_at,
      ${epoch("journey.won_at")} as won_at, ${epoch("journey.customer_at")} as customer_at,
      cohort.stage in ('customer', 'disqualified', 'lost') as is_closed,
      ${epoch("touch.at")} as first_touch_at, coalesce(touch.actor_id, cohort.owner_id) as rep_id
    from journey join cohort on cohort.id = journey.lead_id
    left join lateral (
      select at, actor_id from touches
      where lead_id = journey.lead_id and undone_at is null and kind in ('call', 'email', 'meeting') and at >= journey.at
        and (kind <> 'call' or disposition is not null)
      order by at, id limit 1) touch on true`);
  return rows.map((row) => toJourney(row, cohort.timeZone));
}

function toJourney(row: JourneyRow, timeZone: string): Journey {
  const at = (name: Instants) => (row[name] === null ? null : Number(row[name]));
  const createdAt = Number(row.created_at);
  return {
    createdAt,
    createdDay: localDay(createdAt, timeZone),
    source: row.source,
    handedOverAt: at("handed_over_at"),
    acceptedAt: at("accepted_at"),
    qualifiedAt: at("qualified_at"),
    opportunityAt: at("opportunity_at"),
    wonAt: at("won_at"),
    customerAt: at("customer_at"),
    isClosed: row.is_closed,
    firstTouchAt: at("first_touch_at"),
    repId: row.rep_id === null ? null : Number(row.rep_id),
  };
}

/** How far a stage is: 1 MQL, 2 accepted, 3 SQL, 4 opportunity, 5 customer; 0 for the others. */
function rankOf(stage: SQL): SQL {
  return sql`case ${stage} when 'marketing_qualified' then 1 when 'sales_accepted' then 2 when 'sales_qualified' then 3
    when 'opportunity' then 4 when 'customer' then 5 else 0 end`;
}

function epoch(column: string): SQL {
  return sql.raw(`(extract(epoch from ${column}) * 1000)::bigint`);
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
