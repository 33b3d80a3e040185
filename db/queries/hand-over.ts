import { and, eq, gte, isNull, type SQL, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { accounts, leadScores, leads, users } from "#db/schema/index.ts";
import type { Viewer } from "#lib/access/roles.ts";
import {
  type HandedOverLead,
  type HandOverCursor,
  type HandOverFilter,
  handOverScore,
} from "#lib/call-list/hand-over.ts";
import { leadName } from "#lib/leads/lead-name.ts";
import type { ChangeCause } from "#lib/lifecycle/constants.ts";
import { openScorer } from "#lib/model/scorer.ts";
import { startOfDay } from "#lib/time/local-day.ts";
import type { Generation } from "./current-generation.ts";
import { readLeadFacts } from "./facts.ts";
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

/**
 * One page of the leads that were handed over and not answered yet, as the viewer may see them: the
 * highest score first, with the reason.
 */
export async function listHandedOver(
  query: HandOverQuery & { readonly after: HandOverCursor | null; readonly limit: number },
  executor: Executor = db,
): Promise<HandOverPage> {
  const { generation, after, limit } = query;
  const found = await executor
    .select({
      leadId: leads.id,
      firstName: leads.firstName,
      lastName: leads.lastName,
      jobTitle: leads.jobTitle,
      company: accounts.name,
      city: sql<string | null>`coalesce(${leads.city}, ${accounts.city})`,
      country: leads.country,
      email: leads.email,
      phone: leads.phone,
      mayCall: leads.mayCall,
      mayEmail: leads.mayEmail,
      owner: users.name,
      handedOverAt: leads.stageEnteredAt,
      cause: CAUSE,
      lastTouchAt: LAST_TOUCH,
      combined: leadScores.combined,
    })
    .from(leads)
    .leftJoin(leadScores, scoreOf(generation?.id ?? null))
    .leftJoin(accounts, eq(accounts.id, leads.accountId))
    .leftJoin(users, eq(users.id, leads.ownerId))
    .where(and(conditionOf(query), after ? behind(after) : undefined))
    .orderBy(sql`${COMBINED} desc`, leads.id)
    .limit(limit + 1);
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const scores = await readScores(
    rows.map(({ leadId }) => leadId),
    generation,
    executor,
  );
  return {
    rows: rows.map((row) => toLead(row, scores)),
    next: found.length > limit && last ? { combined: last.combined, leadId: last.leadId } : null,
  };
}

export async function countHandedOver(query: HandOverQuery, executor: Executor = db): Promise<number> {
  const [row] = await executor.select({ count: sql<number>`count(*)::int` }).from(leads).where(conditionOf(query));
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
    owner === null ? undefined : owner === "none" ? isNull(leads.ownerId) : eq(leads.ownerId, owner),
  );
}

function behind({ combined, leadId }: HandOverCursor): SQL {
  const last = combined ?? -1;
  return sql`(${COMBINED} < ${last} or (${COMBINED} = ${last} and ${leads.id} > ${leadId}))`;
}

/** The scores as they are by now, with their reasons. */
async function readScores(leadIds: readonly number[], generation: Generation | null, executor: Executor) {
  if (generation === null || leadIds.length === 0) return null;
  const known = await readLeadFacts({ leadIds, timeZone: generation.timeZone }, executor);
  const scorer = openScorer(generation);
  const moment = { day: generation.day, cut: null };
  return new Map(
    [...known].map(([leadId, { mayScore, facts }]) => [leadId, mayScore ? handOverScore(facts, scorer, moment) : null]),
  );
}

type Found = Omit<HandedOverLead, "name" | "handedOverAt" | "lastTouchAt" | "score"> & {
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly mayCall: boolean;
  readonly mayEmail: boolean;
  readonly handedOverAt: Date;
  readonly lastTouchAt: string | null;
  readonly combined: number | null;
};

function toLead(found: Found, scores: Awaited<ReturnType<typeof readScores>>): HandedOverLead {
  const { firstName, lastName, mayCall, mayEmail, combined: _, handedOverAt, lastTouchAt, ...row } = found;
  const email = mayEmail ? row.email : null;
  return {
    ...row,
    name: leadName({ firstName, lastName, email }),
    email,
    phone: mayCall ? row.phone : null,
    handedOverAt: handedOverAt.getTime(),
    lastTouchAt: lastTouchAt === null ? null : new Date(lastTouchAt).getTime(),
    score: scores?.get(row.leadId) ?? null,
  };
}
