import { sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { idArray } from "#db/lead-slice.ts";
import { executePrepared } from "#db/prepared.ts";
import { listUnavailable } from "#db/queries/attendance.ts";
import { mayBeCalled } from "#db/queries/call-candidates.ts";
import type { Generation } from "#db/queries/current-generation.ts";
import { explainLead } from "#db/queries/explain-lead.ts";
import { listManagerIds } from "#db/queries/managers.ts";
import type { ScoreThen } from "#db/queries/score-then.ts";
import { findWorkingTime } from "#db/queries/working-time.ts";
import { slaClocks } from "#db/schema/index.ts";
import { openScorer } from "#lib/model/scorer.ts";
import type { Model } from "#lib/scoring/compile.ts";
import { timesOfClock } from "#lib/sla/clock.ts";
import { type ArrivedEvent, findBurst, highIntentOf, isFresh } from "#lib/sla/high-intent.ts";
import { localDay } from "#lib/time/local-day.ts";
import { raiseAlerts } from "./raise-alert.ts";

export type StartClocks = {
  /** New ones, stored and in the scores of their leads, in the order of their arrival. */
  readonly events: readonly (ArrivedEvent & { readonly leadId: number })[];
  /** Arrival. */
  readonly at: Date;
  /** Under which the leads are scored. */
  readonly generation: Generation;
};

/**
 * Starts the clock of each lead of which a high-intent event has just arrived, if the lead then may be
 * called, stands in a cell with an SLA and has no clock running; for a lead that is nobody's, or whose
 * owner is away, managers are told at once. Gives those leads. The caller holds their locks.
 */
export async function startClocks({ events, at, generation }: StartClocks, executor: Executor): Promise<number[]> {
  const fresh = events.filter((event) => isFresh(event, at.getTime()));
  if (fresh.length === 0) return [];
  const day = localDay(at.getTime(), generation.timeZone);
  const models = modelsOf(generation);
  const meant = fresh.filter((event) => [...models.values()].some((model) => hasIntent(event, model, day)));
  if (meant.length === 0) return [];
  const leadIds = [...new Set(meant.map(({ leadId }) => leadId))];
  const starts: Start[] = [];
  for (const lead of await listReady({ leadIds, generation, day }, executor)) {
    const model = models.get(lead.versionId);
    const slaMinutes = model?.definition.plays[lead.cell]?.slaMinutes ?? null;
    if (!model || slaMinutes === null) continue;
    const own = meant.filter(({ leadId }) => leadId === lead.leadId);
    const cause = await findCause({ leadId: lead.leadId, events: own, model, day, generation }, executor);
    if (cause) starts.push({ lead, cause, slaMinutes });
  }
  if (starts.length > 0) await start(starts, at, executor);
  return starts.map(({ lead }) => lead.leadId);
}

function modelsOf(generation: Generation): Map<number, Model> {
  const scorer = openScorer(generation);
  return new Map(scorer.models.map((model) => [scorer.versionIds.get(model) ?? 0, model] as const));
}

function hasIntent(event: ArrivedEvent, model: Model, day: number): boolean {
  const { criterion, bursts } = highIntentOf(event, model, day);
  return criterion !== null || bursts.length > 0;
}

type Ready = ScoreThen & {
  readonly leadId: number;
  readonly ownerId: number | null;
  readonly cell: string;
  readonly versionId: number;
};
type ReadyQuery = { readonly leadIds: readonly number[]; readonly generation: Generation; readonly day: number };

/** Those that may be called, have a score and no clock running. */
async function listReady({ leadIds, generation, day }: ReadyQuery, executor: Executor): Promise<Ready[]> {
  const rows = await executePrepared<Omit<Ready, "leadId" | "ownerId"> & { leadId: string; ownerId: string | null }>(
    sql`
    select lead.id as "leadId", lead.owner_id as "ownerId", score.fit, score.engagement, score.combined, score.cell,
      score.version_id as "versionId"
    from leads lead
    join lead_scores score on score.lead_id = lead.id and score.kind = 'lead' and score.generation_id = ${generation.id}
    where lead.id = any(${idArray(leadIds)}) and ${mayBeCalled(day)}
      and not exists (
        select from sla_clocks clock where clock.lead_id = lead.id and clock.stopped_at is null and clock.ended_at is null)
    order by lead.id`,
    executor,
  );
  return rows.map((row) => ({
    ...row,
    leadId: Number(row.leadId),
    ownerId: row.ownerId === null ? null : Number(row.ownerId),
  }));
}

type CauseQuery = {
  readonly leadId: number;
  readonly events: readonly ArrivedEvent[];
  readonly model: Model;
  readonly day: number;
  readonly generation: Generation;
};
type Cause = { readonly eventId: string; readonly criterion: string };

/** The first event that means it by itself, or else one that is part of a burst; null when none does. */
async function findCause(query: CauseQuery, executor: Executor): Promise<Cause | null> {
  const { leadId, events, model, day, generation } = query;
  const intents = events.map((event) => ({ eventId: event.id, ...highIntentOf(event, model, day) }));
  for (const { eventId, criterion } of intents) if (criterion !== null) return { eventId, criterion };
  const inBursts = intents.filter(({ bursts }) => bursts.length > 0);
  const [first] = inBursts;
  const explained = first && (await explainLead({ leadId, generation }, executor));
  if (!explained) return null;
  for (const { eventId, bursts } of inBursts) {
    const criterion = findBurst(explained.breakdown, { bursts, eventIds: [eventId] });
    if (criterion !== null) return { eventId, criterion };
  }
  return null;
}

type Start = { readonly lead: Ready; readonly cause: Cause; readonly slaMinutes: number };

async function start(starts: readonly Start[], at: Date, executor: Executor): Promise<void> {
  const workingTime = await findWorkingTime(executor);
  const owners = new Map(starts.map(({ lead }) => [lead.leadId, lead.ownerId] as const));
  const clocks = await executor.insert(slaClocks).values(starts.map(toRow)).returning({
    leadId: slaClocks.leadId,
    id: slaClocks.id,
    startedAt: slaClocks.startedAt,
    dueAt: slaClocks.dueAt,
  });
  const [first] = clocks;
  if (!first) return;
  const day = localDay(first.startedAt.getTime(), workingTime.timeZone);
  const ownerIds = [...new Set(owners.values())].filter((ownerId) => ownerId !== null);
  const away = await listUnavailable({ userIds: ownerIds, day }, executor);
  const nobodys = clocks.flatMap(({ leadId, id, dueAt }) => {
    const ownerId = owners.get(leadId) ?? null;
    return ownerId === null || away.has(ownerId) ? [{ leadId, id, dueAt, ownerId }] : [];
  });
  if (nobodys.length === 0) return;
  const userIds = await listManagerIds(executor);
  const told = nobodys.map(({ leadId, id, dueAt, ownerId }) => {
    const facts = { dueAt: dueAt.toISOString(), ownerId };
    return { kind: "no_owner" as const, subject: `clock:${id}`, facts, userIds, leadId, at };
  });
  await raiseAlerts(told, executor);

  function toRow({ lead: { ownerId: _, ...lead }, cause, slaMinutes }: Start) {
    const times = timesOfClock({ arrivedAt: at.getTime(), slaMinutes }, workingTime);
    return {
      ...lead,
      ...cause,
      slaMinutes,
      arrivedAt: at,
      startedAt: new Date(times.startedAt),
      halfAt: new Date(times.halfAt),
      dueAt: new Date(times.dueAt),
    };
  }
}
