import { and, eq, gte, type SQL, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { inSlice } from "#db/lead-slice.ts";
import { accounts, leadScores, leads, users } from "#db/schema/index.ts";
import type { Viewer } from "#lib/access/roles.ts";
import {
  type HandedOverLead,
  type HandOverCursor,
  type HandOverFilter,
  handOverScore,
} from "#lib/call-list/hand-over.ts";
import type { ChangeCause } from "#lib/lifecycle/constants.ts";
import { openScorer } from "#lib/model/scorer.ts";
import { startOfDay } from "#lib/time/local-day.ts";
import type { Generation } from "./current-generation.ts";
import { readLeadFacts } from "./facts.ts";
import { ownedBy } from "./lead-conditions.ts";
import { LISTED_PERSON, toListedPerson } from "./listed-person.ts";
import { scoreOf } from "./narrow-list.ts";
import { visibleLeads } from "./visible-leads.ts";

export type HandOverQuery = {
  readonly viewer: Viewer;
  readonly filter: HandOverFilter;
  /** Epoch day. */
  readonly today: number;
  readonly timeZone: string;
  /** null before the first pass. */
  readonly generation: Generation | null;
};

export type HandOverPage = { readonly rows: readonly HandedOverLead[]; readonly next: HandOverCursor | null };

/** Leads without a score come last. */
const COMBINED = sql<number>`coalesce(${leadScores.combined}, -1)`;

/** How many are counted; beyond that a list says "more than". */
export const MOST_HANDED_OVER = 10_000;

/**
 * One page of the leads that were handed over and not answered yet, as the viewer may see them: the
 * highest score first, with the reason.
 */
export async function listHandedOver(
  query: HandOverQuery & { readonly after: HandOverCursor | null; readonly limit: number },
  executor: Executor = db,
): Promise<HandOverPage> {
  const found = await orderHandedOver({ ...query, limit: query.limit + 1 }, executor);
  const page = found.slice(0, query.limit);
  const leadIds = page.map(({ leadId }) => leadId);
  return {
    rows: await readHandedOver({ ...query, leadIds }, executor),
    next: found.length > query.limit ? (page.at(-1) ?? null) : null,
  };
}

/** All of them, or a page of them, in the order of the list: who they are, and nothing else of them. */
export async function orderHandedOver(
  query: HandOverQuery & { readonly after?: HandOverCursor | null; readonly limit?: number },
  executor: Executor = db,
): Promise<HandOverCursor[]> {
  const { generation, after, limit } = query;
  const ordered = executor
    .select({ leadId: leads.id, combined: leadScores.combined })
    .from(leads)
    .leftJoin(leadScores, scoreOf(generation?.id ?? null))
    .where(and(conditionOf(query), after ? behind(after) : undefined))
    .orderBy(sql`${COMBINED} desc`, leads.id);
  return limit === undefined ? ordered : ordered.limit(limit);
}

/** Some of them, in the order in which they are named; who was answered meanwhile is left out. */
export async function readHandedOver(
  query: HandOverQuery & { readonly leadIds: readonly number[] },
  executor: Executor = db,
): Promise<HandedOverLead[]> {
  const { generation, leadIds } = query;
  if (leadIds.length === 0) return [];
  const found = await executor
    .select({
      ...LISTED_PERSON,
      city: sql<string | null>`coalesce(${leads.city}, ${accounts.city})`,
      handedOverAt: leads.stageEnteredAt,
      cause: CAUSE,
      lastTouchAt: LAST_TOUCH,
    })
    .from(leads)
    .leftJoin(accounts, eq(accounts.id, leads.accountId))
    .leftJoin(users, eq(users.id, leads.ownerId))
    .where(and(inSlice(leads.id, { leadIds }), conditionOf(query)));
  const scores = await readScores(leadIds, generation, executor);
  const rows = new Map(found.map((row) => [row.leadId, toLead(row, scores)]));
  return leadIds.flatMap((leadId) => rows.get(leadId) ?? []);
}

/** How many there are, at most one more than `MOST_HANDED_OVER`. */
export async function countHandedOver(query: HandOverQuery, executor: Executor = db): Promise<number> {
  const some = executor
    .select({ id: leads.id })
    .from(leads)
    .where(conditionOf(query))
    .limit(MOST_HANDED_OVER + 1)
    .as("some");
  const [row] = await executor.select({ count: sql<number>`count(*)::int` }).from(some);
  return row?.count ?? 0;
}

/** By what it was handed over, the last time. */
const CAUSE = sql<ChangeCause | null>`(
  select change.cause from stage_changes change
  where change.lead_id = ${leads.id} and change.to_stage = 'marketing_qualified' and change.undone_at is null
  order by change.at desc, change.id desc limit 1)`;

const LAST_TOUCH = sql<string | null>`(
  select max(touch.at) from touches touch where touch.lead_id = ${leads.id} and touch.undone_at is null)`;

function conditionOf({ viewer, filter: { within, owner }, today, timeZone }: HandOverQuery): SQL | undefined {
  return and(
    eq(leads.stage, "marketing_qualified"),
    visibleLeads(viewer),
    within === null ? undefined : gte(leads.stageEnteredAt, new Date(startOfDay(today - within + 1, timeZone))),
    ownedBy(owner),
  );
}

function behind({ combined, leadId }: HandOverCursor): SQL {
  const last = combined ?? -1;
  return sql`(${COMBINED} < ${last} or (${COMBINED} = ${last} and ${leads.id} > ${leadId}))`;
}

/** The scores as they are by now, with their reasons. */
async function readScores(leadIds: readonly number[], generation: Generation | null, executor: Executor) {
  if (generation === null || leadIds.length === 0) return null;
  const known = await readLeadFacts({ leadIds, timeZone: generation.timeZone, naming: generation.naming }, executor);
  const scorer = openScorer(generation);
  const moment = { day: generation.day, cut: null };
  return new Map(
    [...known].map(([leadId, { mayScore, facts }]) => [leadId, mayScore ? handOverScore(facts, scorer, moment) : null]),
  );
}

type Found = Parameters<typeof toListedPerson>[0] &
  Omit<HandedOverLead, "name" | "handedOverAt" | "lastTouchAt" | "score"> & {
    readonly handedOverAt: Date;
    readonly lastTouchAt: string | null;
  };

function toLead(found: Found, scores: Awaited<ReturnType<typeof readScores>>): HandedOverLead {
  const { handedOverAt, lastTouchAt, ...person } = toListedPerson(found);
  return {
    ...person,
    handedOverAt: handedOverAt.getTime(),
    lastTouchAt: lastTouchAt === null ? null : new Date(lastTouchAt).getTime(),
    score: scores?.get(person.leadId) ?? null,
  };
}
