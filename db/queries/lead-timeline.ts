import { count, desc, eq, inArray, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db, type Executor } from "#db/client.ts";
import {
  assets,
  events,
  eventTypes,
  modelVersions,
  outcomes,
  ownerChanges,
  scoreChanges,
  sources,
  stageChanges,
  touches,
  users,
} from "#db/schema/index.ts";
import type { StoodScore, Timeline, TimelineFilter, TimelineItem } from "#lib/leads/timeline.ts";
import { openNamer } from "#lib/naming/namer.ts";
import type { Label } from "#lib/scoring/definition.ts";
import { listAdjustments } from "./lead-history.ts";
import { findNamingInForce } from "./naming.ts";

type Query = { readonly leadId: number; readonly show: TimelineFilter; readonly limit: number };

/** The newest things that happened to a lead: one query a kind, however much there is. */
export async function readTimeline({ leadId, show, limit }: Query, executor: Executor = db): Promise<Timeline> {
  const wanted = { leadId, limit: limit + 1 };
  const parts = await Promise.all([
    show === "all" || show === "events" ? listEvents(wanted, executor) : [],
    show === "all" || show === "touches" ? listTouches(wanted, executor) : [],
    show === "all" || show === "stages" ? listStageChanges(wanted, executor) : [],
    show === "all" || show === "stages" ? listOwnerChanges(wanted, executor) : [],
    show === "all" || show === "stages" ? listCellChanges(wanted, executor) : [],
    show === "all" || show === "stages" ? listOutcomes(wanted, executor) : [],
    show === "all" || show === "touches" ? listCorrections(wanted, executor) : [],
  ]);
  const items = parts.flat().sort((one, other) => other.at - one.at || (one.id < other.id ? 1 : -1));
  return { items: items.slice(0, limit), isMore: items.length > limit };
}

/** The place of an event among the lead's events, newest first, from 1; 0 when it is none of them. */
export async function findTimelineRank(
  { leadId, eventId }: { readonly leadId: number; readonly eventId: string },
  executor: Executor = db,
): Promise<number> {
  const [row] = await executor
    .select({ rank: count() })
    .from(events)
    .where(
      sql`${events.leadId} = ${leadId} and (${events.occurredAt}, ${events.id}) >= (
        select pointed.occurred_at, pointed.id from events pointed where pointed.lead_id = ${leadId} and pointed.id = ${eventId}::uuid)`,
    );
  return row?.rank ?? 0;
}

type Newest = { readonly leadId: number; readonly limit: number };

async function listEvents({ leadId, limit }: Newest, executor: Executor): Promise<TimelineItem[]> {
  const { typeOf } = openNamer(await findNamingInForce(executor));
  const rows = await executor
    .select({
      id: events.id,
      at: events.occurredAt,
      name: eventTypes.key,
      label: eventTypes.label,
      asset: assets.name,
      source: sources.key,
      properties: events.properties,
      claimedAt: events.claimedAt,
    })
    .from(events)
    .innerJoin(eventTypes, eq(eventTypes.id, events.typeId))
    .innerJoin(sources, eq(sources.id, events.sourceId))
    .leftJoin(assets, eq(assets.id, events.assetId))
    .where(eq(events.leadId, leadId))
    .orderBy(desc(events.occurredAt), desc(events.id))
    .limit(limit);
  const labels = await readLabels([...new Set(rows.map(typeOf))], executor);
  return rows.map(({ at, claimedAt, name, ...row }) => ({
    kind: "event",
    ...row,
    label: labels.get(typeOf({ name, asset: row.asset })) ?? row.label,
    at: at.getTime(),
    claimedAt: claimedAt?.getTime() ?? null,
  }));
}

/** Of the types as which events count. */
async function readLabels(types: readonly string[], executor: Executor) {
  if (types.length === 0) return new Map<string, Label>();
  const rows = await executor
    .select({ key: eventTypes.key, label: eventTypes.label })
    .from(eventTypes)
    .where(inArray(eventTypes.key, [...types]));
  return new Map(rows.map(({ key, label }) => [key, label] as const));
}

async function listTouches({ leadId, limit }: Newest, executor: Executor): Promise<TimelineItem[]> {
  const rows = await executor
    .select({
      id: touches.id,
      at: touches.at,
      touch: touches.kind,
      disposition: touches.disposition,
      reason: touches.reason,
      note: touches.note,
      snoozedUntil: touches.snoozedUntil,
      actor: users.name,
      undoneAt: touches.undoneAt,
    })
    .from(touches)
    .leftJoin(users, eq(users.id, touches.actorId))
    .where(eq(touches.leadId, leadId))
    .orderBy(desc(touches.at), desc(touches.id))
    .limit(limit);
  return rows.map(({ id, at, undoneAt, ...row }) => ({
    kind: "touch",
    ...row,
    id: String(id),
    at: at.getTime(),
    isUndone: undoneAt !== null,
  }));
}

async function listStageChanges({ leadId, limit }: Newest, executor: Executor): Promise<TimelineItem[]> {
  const rows = await executor
    .select({
      id: stageChanges.id,
      at: stageChanges.at,
      from: stageChanges.fromStage,
      to: stageChanges.toStage,
      cause: stageChanges.cause,
      cell: stageChanges.cell,
      actor: users.name,
      undoneAt: stageChanges.undoneAt,
    })
    .from(stageChanges)
    .leftJoin(users, eq(users.id, stageChanges.actorId))
    .where(eq(stageChanges.leadId, leadId))
    .orderBy(desc(stageChanges.at), desc(stageChanges.id))
    .limit(limit);
  return rows.map(({ id, at, undoneAt, ...row }) => ({
    kind: "stage",
    ...row,
    id: String(id),
    at: at.getTime(),
    isUndone: undoneAt !== null,
  }));
}

const makers = alias(users, "maker");
const givers = alias(users, "giver");

async function listOwnerChanges({ leadId, limit }: Newest, executor: Executor): Promise<TimelineItem[]> {
  const rows = await executor
    .select({
      id: ownerChanges.id,
      at: ownerChanges.at,
      from: givers.name,
      to: users.name,
      cause: ownerChanges.cause,
      way: ownerChanges.way,
      rule: ownerChanges.rule,
      note: ownerChanges.note,
      actor: makers.name,
      undoneAt: ownerChanges.undoneAt,
    })
    .from(ownerChanges)
    .leftJoin(givers, eq(givers.id, ownerChanges.fromUserId))
    .leftJoin(users, eq(users.id, ownerChanges.toUserId))
    .leftJoin(makers, eq(makers.id, ownerChanges.actorId))
    .where(eq(ownerChanges.leadId, leadId))
    .orderBy(desc(ownerChanges.id))
    .limit(limit);
  return rows.map(({ id, at, undoneAt, ...row }) => ({
    kind: "owner",
    ...row,
    id: String(id),
    at: at.getTime(),
    isUndone: undoneAt !== null,
  }));
}

async function listCellChanges({ leadId, limit }: Newest, executor: Executor): Promise<TimelineItem[]> {
  const rows = await executor
    .select({
      generationId: scoreChanges.generationId,
      n: scoreChanges.n,
      at: scoreChanges.at,
      cause: scoreChanges.cause,
      cellBefore: scoreChanges.cellBefore,
      combinedBefore: scoreChanges.combinedBefore,
      versionBefore: scoreChanges.versionBefore,
      cellAfter: scoreChanges.cellAfter,
      combinedAfter: scoreChanges.combinedAfter,
      versionAfter: scoreChanges.versionAfter,
      number: modelVersions.number,
      actor: users.name,
    })
    .from(scoreChanges)
    .leftJoin(users, eq(users.id, scoreChanges.actorId))
    .leftJoin(modelVersions, eq(modelVersions.id, scoreChanges.versionAfter))
    .where(eq(scoreChanges.leadId, leadId))
    .orderBy(desc(scoreChanges.at), desc(scoreChanges.generationId), desc(scoreChanges.n))
    .limit(limit);
  return rows.map((row) => ({
    kind: "cell",
    id: `${row.generationId}-${row.n}`,
    at: row.at.getTime(),
    before: stood(row.cellBefore, row.combinedBefore),
    after: stood(row.cellAfter, row.combinedAfter),
    cause: row.cause,
    actor: row.actor,
    newVersion: row.versionAfter === row.versionBefore ? null : row.number,
  }));
}

function stood(cell: string | null, combined: number | null): StoodScore | null {
  return cell === null || combined === null ? null : { cell, combined };
}

async function listOutcomes({ leadId, limit }: Newest, executor: Executor): Promise<TimelineItem[]> {
  const rows = await executor
    .select({
      id: outcomes.id,
      at: outcomes.at,
      result: outcomes.result,
      valueMinor: outcomes.valueMinor,
      currency: outcomes.currency,
    })
    .from(outcomes)
    .where(eq(outcomes.leadId, leadId))
    .orderBy(desc(outcomes.at), desc(outcomes.id))
    .limit(limit);
  return rows.map(({ at, ...row }) => ({ kind: "outcome", ...row, at: at.getTime() }));
}

async function listCorrections({ leadId, limit }: Newest, executor: Executor): Promise<TimelineItem[]> {
  const rows = await listAdjustments({ leadId }, executor);
  return rows.slice(0, limit).map((row) => ({ kind: "adjustment", ...row }));
}
