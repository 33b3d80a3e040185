import { sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { idArray } from "#db/lead-slice.ts";
import { executePrepared } from "#db/prepared.ts";
import { mayBeCalled } from "#db/queries/call-candidates.ts";
import type { Generation } from "#db/queries/current-generation.ts";
import { callPlaysOf } from "#lib/call-list/plays.ts";
import { openNamer } from "#lib/naming/namer.ts";
import { localDay } from "#lib/time/local-day.ts";
import { raiseAlerts, renewAlerts } from "./raise-alert.ts";

/** More in one call that nobody waits for are told together: nobody reads so many alerts. */
const MOST_TOLD_SINGLY = 20;

/** One alert for many newcomers of a person, also where they come in several goes. */
export type Summary = {
  /** Of this work alone. */
  readonly subject: string;
  /** How many it tells of so far, by user. */
  readonly counts: Map<number, number>;
};

export type TellNewcomers = {
  /** Leads that have just qualified or found an owner, or whose clock has just started. */
  readonly leadIds: readonly number[];
  /** What has just arrived of them. */
  readonly events: readonly { readonly leadId: number; readonly type: string }[];
  readonly at: Date;
  /** Under which the leads are scored. */
  readonly generation: Generation;
  /** How those are told of that nobody waits for; null: not at all. As it fits their number, unless it is said. */
  readonly summary?: Summary | null;
};

/** Tells who owns a lead that it joins the list of the day, and of each clock that runs. */
export async function tellNewcomers(input: TellNewcomers, executor: Executor): Promise<void> {
  const { leadIds, at } = input;
  if (leadIds.length === 0) return;
  const isMany = leadIds.length > MOST_TOLD_SINGLY;
  const usual = isMany ? { subject: `many:${at.toISOString()}`, counts: new Map<number, number>() } : undefined;
  const { summary = usual } = input;
  const joined = await listJoined(input, executor);
  const clocked = joined.filter(({ clockId }) => clockId !== null);
  const others = joined.filter((lead) => lead.clockId === null && isCalled(lead, input));
  await raiseAlerts(
    [...clocked, ...(summary === undefined ? others : [])].map((lead) => alertOf(lead, input)),
    executor,
  );
  if (summary) await tellTogether(others, { summary, at }, executor);
}

type Joined = Awaited<ReturnType<typeof listJoined>>[number];

function isCalled({ versionId, cell }: Joined, { generation }: TellNewcomers): boolean {
  return callPlaysOf(generation.models).some((play) => play.versionId === versionId && play.cell === cell);
}

function alertOf({ leadId, ownerId, cell, clockId, dueAt, clockType }: Joined, input: TellNewcomers) {
  const { events, at, generation } = input;
  const eventType = events.findLast((event) => event.leadId === leadId)?.type ?? clockType;
  const facts = { eventType, cell, dueAt };
  // Once a clock; without one once a day, however much more the lead does.
  const subject =
    clockId === null ? `lead:${leadId}:${localDay(at.getTime(), generation.timeZone)}` : `clock:${clockId}`;
  return { kind: "newcomer" as const, subject, facts, userIds: [ownerId], leadId, at };
}

async function tellTogether(
  leads: readonly Joined[],
  { summary: { subject, counts }, at }: { readonly summary: Summary; readonly at: Date },
  executor: Executor,
): Promise<void> {
  for (const { ownerId } of leads) counts.set(ownerId, (counts.get(ownerId) ?? 0) + 1);
  const told = [...new Set(leads.map(({ ownerId }) => ownerId))].map((ownerId) => {
    const facts = { eventType: null, cell: null, dueAt: null, count: counts.get(ownerId) };
    return { kind: "newcomer" as const, subject, facts, userIds: [ownerId], leadId: null, at };
  });
  await renewAlerts(told, executor);
}

type Row = {
  leadId: string;
  ownerId: string;
  cell: string;
  versionId: number;
  clockId: string | null;
  dueAt: string | null;
  clockName: string | null;
  clockAsset: string | null;
};

async function listJoined({ leadIds, at, generation }: TellNewcomers, executor: Executor) {
  const rows = await executePrepared<Row>(
    sql`
    select lead.id as "leadId", lead.owner_id as "ownerId", score.cell, score.version_id as "versionId",
      clock.id as "clockId", clock.due_at as "dueAt",
      started.name as "clockName", started.asset as "clockAsset"
    from leads lead
    join lead_scores score on score.lead_id = lead.id and score.kind = 'lead' and score.generation_id = ${generation.id}
    left join sla_clocks clock on clock.lead_id = lead.id and clock.stopped_at is null and clock.ended_at is null
    left join lateral (
      select type.key as name, assets.name as asset
      from events event join event_types type on type.id = event.type_id left join assets on assets.id = event.asset_id
      where event.lead_id = clock.lead_id and event.id = clock.event_id) started on true
    where lead.id = any(${idArray(leadIds)}) and lead.owner_id is not null
      and ${mayBeCalled(localDay(at.getTime(), generation.timeZone))}
    order by lead.id`,
    executor,
  );
  const { typeOf } = openNamer(generation.naming);
  return rows.map(({ leadId, ownerId, dueAt, clockName, clockAsset, ...row }) => ({
    ...row,
    clockType: clockName === null ? null : typeOf({ name: clockName, asset: clockAsset }),
    leadId: Number(leadId),
    ownerId: Number(ownerId),
    dueAt: dueAt === null ? null : new Date(dueAt).toISOString(),
  }));
}
