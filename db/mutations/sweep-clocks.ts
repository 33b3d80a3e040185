import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { listManagerIds } from "#db/queries/managers.ts";
import { RUNNING } from "#db/queries/running-clocks.ts";
import { leads, slaClocks } from "#db/schema/index.ts";
import { OPEN_STAGES } from "#lib/lifecycle/constants.ts";
import { notify } from "./notify.ts";
import { raiseAlerts } from "./raise-alert.ts";
import { tellEndpoints } from "./tell-endpoints.ts";

/** In one transaction; the rest follows at the next sweep. */
const BATCH = 100;

/**
 * Does what has become due for running clocks: reminds who owns a lead at half of its time, tells
 * managers once it is late, and ends the clocks of leads that cannot be called any more. However many
 * sweep at once, each is told once. Gives how many of each.
 */
export async function sweepClocks({ at }: { readonly at: Date }, executor: Executor = db) {
  const ended = await endClocks(at, executor);
  const breached = await executor.transaction((tx) => tellLate(at, tx));
  const reminded = await executor.transaction((tx) => remind(at, tx));
  return { ended, breached, reminded };
}

/** Of leads that are closed, may not be called or are no more. */
async function endClocks(at: Date, executor: Executor): Promise<number> {
  const stages = OPEN_STAGES.map((stage) => sql`${stage}`);
  const ended = await executor.execute(sql`
    update sla_clocks clock set ended_at = ${iso(at)}, ended_by = over.why
    from (
      select running.lead_id, running.id, case when lead.is_open then 'may_not_call' else 'lead_closed' end as why
      from sla_clocks running
      left join lateral (
        select stage in (${sql.join(stages, sql`, `)}) as is_open, may_call from leads where id = running.lead_id) lead on true
      where running.stopped_at is null and running.ended_at is null and (lead.is_open and lead.may_call) is not true) over
    where clock.lead_id = over.lead_id and clock.id = over.id and clock.stopped_at is null and clock.ended_at is null
    returning clock.id`);
  return ended.length;
}

async function tellLate(at: Date, tx: Executor): Promise<number> {
  const late = await take(
    { breachedAt: at },
    sql`${slaClocks.breachedAt} is null and ${slaClocks.dueAt} < ${iso(at)}`,
    tx,
  );
  if (late.length === 0) return 0;
  const managers = await listManagerIds(tx);
  const told = late.map(({ id, leadId, dueAt, ownerId }) => {
    const facts = { dueAt: dueAt.toISOString(), ownerId };
    const userIds = [...managers, ...(ownerId === null ? [] : [ownerId])];
    return { kind: "clock_breached" as const, subject: `clock:${id}`, facts, userIds, leadId, at };
  });
  await raiseAlerts(told, tx);
  await tellEndpoints(
    late.map(({ leadId, dueAt, ownerId }) => ({
      type: "lead.sla_breached",
      leadId,
      at,
      data: { dueAt: dueAt.toISOString(), ownerId },
    })),
    tx,
  );
  await notify({ leads: late.map(({ leadId }) => leadId) }, tx);
  return late.length;
}

async function remind(at: Date, tx: Executor): Promise<number> {
  const half = sql`${slaClocks.remindedAt} is null and ${slaClocks.halfAt} <= ${iso(at)} and ${slaClocks.dueAt} >= ${iso(at)}`;
  const due = await take({ remindedAt: at }, half, tx);
  const told = due.flatMap(({ id, leadId, dueAt, ownerId }) => {
    const facts = { dueAt: dueAt.toISOString() };
    const alert = { kind: "clock_half" as const, subject: `clock:${id}`, facts, leadId, at };
    return ownerId === null ? [] : { ...alert, userIds: [ownerId] };
  });
  await raiseAlerts(told, tx);
  return due.length;
}

type Mark = Partial<Pick<typeof slaClocks.$inferInsert, "breachedAt" | "remindedAt">>;

/** Marks clocks for this sweep alone: what another one holds is skipped, and what it has marked is not due any more. */
async function take(mark: Mark, isDue: SQL, tx: Executor) {
  const free = tx
    .select({ leadId: slaClocks.leadId, id: slaClocks.id })
    .from(slaClocks)
    .where(and(RUNNING, isDue))
    .orderBy(asc(slaClocks.dueAt))
    .limit(BATCH)
    .for("update", { skipLocked: true });
  return tx
    .update(slaClocks)
    .set(mark)
    .from(leads)
    .where(and(eq(leads.id, slaClocks.leadId), sql`(${slaClocks.leadId}, ${slaClocks.id}) in (${free})`))
    .returning({ id: slaClocks.id, leadId: slaClocks.leadId, dueAt: slaClocks.dueAt, ownerId: leads.ownerId });
}

function iso(at: Date): SQL {
  return sql`${at.toISOString()}::timestamptz`;
}
