import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { listManagerIds } from "#db/queries/managers.ts";
import { RUNNING } from "#db/queries/running-clocks.ts";
import { leads, slaClocks } from "#db/schema/index.ts";
import { OPEN_STAGES } from "#lib/lifecycle/constants.ts";
import { notify } from "./notify.ts";
import { raiseAlert } from "./raise-alert.ts";

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

async function endClocks(at: Date, executor: Executor): Promise<number> {
  const stages = OPEN_STAGES.map((stage) => sql`${stage}`);
  const isOpen = sql`${leads.stage} in (${sql.join(stages, sql`, `)})`;
  const ended = await executor
    .update(slaClocks)
    .set({ endedAt: at, endedBy: sql`case when ${isOpen} then 'may_not_call' else 'lead_closed' end` })
    .from(leads)
    .where(and(RUNNING, eq(leads.id, slaClocks.leadId), sql`not (${isOpen} and ${leads.mayCall})`))
    .returning({ id: slaClocks.id });
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
  for (const { id, leadId, dueAt, ownerId } of late) {
    const facts = { dueAt: dueAt.toISOString(), ownerId };
    const userIds = [...new Set([...managers, ...(ownerId === null ? [] : [ownerId])])];
    await raiseAlert({ kind: "clock_breached", subject: `clock:${id}`, facts, userIds, leadId, at }, tx);
  }
  await notify({ leads: late.map(({ leadId }) => leadId) }, tx);
  return late.length;
}

async function remind(at: Date, tx: Executor): Promise<number> {
  const half = sql`${slaClocks.remindedAt} is null and ${slaClocks.halfAt} <= ${iso(at)} and ${slaClocks.dueAt} >= ${iso(at)}`;
  const due = await take({ remindedAt: at }, half, tx);
  for (const { id, leadId, dueAt, ownerId } of due) {
    if (ownerId === null) continue;
    const facts = { dueAt: dueAt.toISOString() };
    await raiseAlert({ kind: "clock_half", subject: `clock:${id}`, facts, userIds: [ownerId], leadId, at }, tx);
  }
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
