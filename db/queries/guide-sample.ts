import { countDistinct, desc, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import type { EventNeeds } from "#lib/model/event-needs.ts";
import type { GuideSample, SampledLead } from "#lib/model/guide/sample.ts";
import { readEventsToScore } from "./events-to-score.ts";
import { findNamingInForce } from "./naming.ts";
import { readStandingFacts } from "./standing-facts.ts";
import { selectWins } from "./wins.ts";

/** So many say what a share is to within three points, and are read in half a second. */
const ALL = 2_000;
const CUSTOMERS = 1_000;
const WEEK_MS = 7 * 86_400_000;
const WEEKS = 12;
/** Leads of fewer days say nothing of a week. */
const LEAST_WEEKS = 2;

type Query = { readonly timeZone: string; readonly at: Date };

/** What the guide to a model is drawn from: leads from first to last at even distances, and the customers won last. */
export async function readGuideSample({ timeZone, at }: Query, executor: Executor = db): Promise<GuideSample> {
  const [all, wins, won, totals, rejections, naming] = await Promise.all([
    listEvenly(executor),
    listWins(executor),
    countWon(executor),
    readTotals(at, executor),
    listRejections(executor),
    findNamingInForce(executor),
  ]);
  const leadIds = [...new Set([...all, ...wins.keys()])];
  const needs: EventNeeds = { types: null, assets: true, properties: false };
  const [standing, events] = await Promise.all([
    readStandingFacts({ slice: { leadIds }, cut: null, timeZone }, executor),
    readEventsToScore({ leadIds, needs, naming, timeZone }, executor),
  ]);
  const lead = (leadId: number): SampledLead[] => {
    const found = standing.get(leadId);
    if (!found) return [];
    return [{ leadId, facts: { ...found.facts, events: events.get(leadId) ?? [] }, wonAt: wins.get(leadId) ?? null }];
  };
  return { ...totals, won, rejections, all: all.flatMap(lead), customers: [...wins.keys()].flatMap(lead) };
}

async function listEvenly(executor: Executor): Promise<number[]> {
  const rows = await executor.execute<{ id: string }>(sql`
    with extent as (select min(id) as low, max(id) as high from leads)
    select distinct nearest.id
    from extent, generate_series(low, high, greatest(1, (high - low + 1) / ${ALL}::bigint)) as place,
      lateral (select id from leads where id >= place order by id limit 1) nearest
    order by nearest.id limit ${ALL}`);
  return rows.map(({ id }) => Number(id));
}

/** By lead, the first time it was won; the latest wins. */
async function listWins(executor: Executor): Promise<Map<number, number>> {
  const win = selectWins({}, executor).as("win");
  const first = sql<Date>`min(${win.at})`.mapWith(win.at);
  const rows = await executor
    .select({ leadId: win.leadId, at: first })
    .from(win)
    .groupBy(win.leadId)
    .orderBy(desc(first), win.leadId)
    .limit(CUSTOMERS);
  return new Map(rows.map(({ leadId, at }) => [leadId, at.getTime()]));
}

async function countWon(executor: Executor): Promise<number> {
  const win = selectWins({}, executor).as("win");
  const [row] = await executor.select({ won: countDistinct(win.leadId) }).from(win);
  return row?.won ?? 0;
}

async function readTotals(at: Date, executor: Executor): Promise<Pick<GuideSample, "leads" | "arrivalsPerWeek">> {
  const since = new Date(at.getTime() - WEEKS * WEEK_MS).toISOString();
  const [row] = await executor.execute<{ leads: number; arrived: number; first: string | null }>(sql`
    select
      (select count(*)::int from leads) as leads,
      (select count(*)::int from leads where created_at >= ${since}::timestamptz) as arrived,
      (select min(created_at) from leads) as first`);
  const { leads = 0, arrived = 0, first = null } = row ?? {};
  const weeks = first === null ? 0 : Math.min(WEEKS, (at.getTime() - new Date(first).getTime()) / WEEK_MS);
  return { leads, arrivalsPerWeek: weeks < LEAST_WEEKS || arrived === 0 ? null : Math.round(arrived / weeks) };
}

async function listRejections(executor: Executor): Promise<GuideSample["rejections"]> {
  const rows = await executor.execute<{ reason: string; leads: number }>(sql`
    select reason, count(distinct lead_id)::int as leads from touches
    where reason is not null and undone_at is null group by reason order by leads desc, reason`);
  return [...rows];
}
