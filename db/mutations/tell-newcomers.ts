import { sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { idArray } from "#db/lead-slice.ts";
import { executePrepared } from "#db/prepared.ts";
import { mayBeCalled } from "#db/queries/call-candidates.ts";
import type { Generation } from "#db/queries/current-generation.ts";
import { callPlaysOf } from "#lib/call-list/plays.ts";
import { localDay } from "#lib/time/local-day.ts";
import { raiseAlert } from "./raise-alert.ts";

/** More in one call that nobody waits for are a backlog: they stand on the lists, and nobody reads so many alerts. */
const MOST_TOLD_SINGLY = 20;

export type TellNewcomers = {
  /** Leads that have just qualified, or whose clock has just started. */
  readonly leadIds: readonly number[];
  /** What has just arrived of them. */
  readonly events: readonly { readonly leadId: number; readonly type: string }[];
  /** Arrival. */
  readonly at: Date;
  /** Under which the leads are scored. */
  readonly generation: Generation;
};

/** Tells who owns a lead that it joins the list of the day, and of each clock that starts. */
export async function tellNewcomers(input: TellNewcomers, executor: Executor): Promise<void> {
  const { leadIds, events, at, generation } = input;
  if (leadIds.length === 0) return;
  const isBacklog = leadIds.length > MOST_TOLD_SINGLY;
  const day = localDay(at.getTime(), generation.timeZone);
  const plays = callPlaysOf(generation.models);
  for (const { leadId, ownerId, cell, versionId, clockId, dueAt } of await listJoined(input, executor)) {
    const isCalled = plays.some((play) => play.versionId === versionId && play.cell === cell);
    if (clockId === null && (isBacklog || !isCalled)) continue;
    const eventType = events.findLast((event) => event.leadId === leadId)?.type ?? null;
    const facts = { eventType, cell, dueAt };
    // Once a clock; without one once a day, however much more the lead does.
    const subject = clockId === null ? `lead:${leadId}:${day}` : `clock:${clockId}`;
    await raiseAlert({ kind: "newcomer", subject, facts, userIds: [ownerId], leadId, at }, executor);
  }
}

type Row = {
  leadId: string;
  ownerId: string;
  cell: string;
  versionId: number;
  clockId: string | null;
  dueAt: string | null;
};

async function listJoined({ leadIds, at, generation }: TellNewcomers, executor: Executor) {
  const rows = await executePrepared<Row>(
    sql`
    select lead.id as "leadId", lead.owner_id as "ownerId", score.cell, score.version_id as "versionId",
      clock.id as "clockId", clock.due_at as "dueAt"
    from leads lead
    join lead_scores score on score.lead_id = lead.id and score.kind = 'lead' and score.generation_id = ${generation.id}
    left join sla_clocks clock on clock.lead_id = lead.id and clock.stopped_at is null and clock.ended_at is null
    where lead.id = any(${idArray(leadIds)}) and lead.owner_id is not null
      and ${mayBeCalled(localDay(at.getTime(), generation.timeZone))}
    order by lead.id`,
    executor,
  );
  return rows.map(({ leadId, ownerId, dueAt, ...row }) => ({
    ...row,
    leadId: Number(leadId),
    ownerId: Number(ownerId),
    dueAt: dueAt === null ? null : new Date(dueAt).toISOString(),
  }));
}
