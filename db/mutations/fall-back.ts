import { and, eq, isNull, sql } from "drizzle-orm";
import type { Database, Executor } from "#db/client.ts";
import { lockLeads } from "#db/locks.ts";
import { findCurrentGeneration } from "#db/queries/current-generation.ts";
import { listManagerIds } from "#db/queries/managers.ts";
import { findRouting } from "#db/queries/routing.ts";
import { readUnownedLeads } from "#db/queries/unowned-leads.ts";
import { listWaitingLeads, type WaitingLead } from "#db/queries/waiting-leads.ts";
import { findWorkingTime } from "#db/queries/working-time.ts";
import { routing, users } from "#db/schema/index.ts";
import { isOverdue } from "#lib/routing/overdue.ts";
import { USUAL_ROUTING } from "#lib/routing/rules.ts";
import { assignLeads } from "./assign-leads.ts";
import { notify } from "./notify.ts";
import { raiseAlerts } from "./raise-alert.ts";
import { tellNewcomers } from "./tell-newcomers.ts";

const BATCH = 500;
/** More of them at once are one story. */
const MOST_TOLD_SINGLY = 3;

type FallBack = { readonly now: () => Date; readonly signal?: AbortSignal };

/**
 * Gives leads that waited for an owner as long as the rule allows to who gets what nobody else could, and
 * tells managers of them; where there is no such person they go on waiting, and are told once. Gives how many
 * changed hands.
 */
export async function fallBack({ now, signal }: FallBack, database: Database): Promise<number> {
  for (let total = 0; ; ) {
    signal?.throwIfAborted();
    const given = await fallBackBatch(now(), database);
    if (given === 0) return total;
    total += given;
  }
}

async function fallBackBatch(at: Date, database: Database): Promise<number> {
  const [{ waitMinutes, fallbackUserId, toldUntil }, workingTime] = await Promise.all([
    findRouting(database),
    findWorkingTime(database),
  ]);
  const toId = await findActive(fallbackUserId, database);
  const waiting = await listWaitingLeads({ after: toId === null ? toldUntil : null, limit: BATCH }, database);
  const late = waiting.filter(({ since }) =>
    isOverdue({ since: Date.parse(since), at: at.getTime() }, { waitMinutes }, workingTime),
  );
  if (late.length === 0) return 0;
  return database.transaction(async (tx) => {
    if (toId !== null) return give(late, { toId, at }, tx);
    await keepTold(late, at, tx);
    await tell(late, { toId, at }, tx);
    return 0;
  });
}

type Giving = { readonly toId: number; readonly at: Date };

async function give(late: readonly WaitingLead[], { toId, at }: Giving, executor: Executor): Promise<number> {
  const leadIds = late.map(({ leadId }) => leadId);
  await lockLeads(leadIds, executor);
  const generation = await findCurrentGeneration(executor);
  if (!generation) return 0;
  // Somebody may have taken one in the meantime.
  const unowned = await readUnownedLeads({ leadIds, generationId: generation.id }, executor);
  const assignments = [...unowned.keys()].map((leadId) => ({ leadId, toUserId: toId, way: "fallback" as const }));
  const given = await assignLeads({ assignments, cause: "routed", actorId: null, at }, executor);
  if (given.length === 0) return 0;
  await notify({ leads: given.map(({ leadId }) => leadId), ownerWas: null }, executor);
  const told = late.filter(({ leadId }) => unowned.has(leadId));
  await tell(told, { toId, at }, executor);
  // Until when to call is told of each lead, however many found nobody.
  const givenIds = given.map(({ leadId }) => leadId);
  await tellNewcomers({ leadIds: givenIds, events: [], at, generation, summary: null }, executor);
  return given.length;
}

/** null: there is nobody to fall back on, or who may sign in. */
async function findActive(userId: number | null, executor: Executor): Promise<number | null> {
  if (userId === null) return null;
  const [user] = await executor
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.disabledAt)));
  return user?.id ?? null;
}

async function keepTold(late: readonly WaitingLead[], at: Date, executor: Executor): Promise<void> {
  const until = sql`${late.at(-1)?.since ?? null}::timestamptz`;
  await executor
    .insert(routing)
    .values({ ...USUAL_ROUTING, revision: 0, toldUntil: until, updatedAt: at })
    .onConflictDoUpdate({ target: routing.id, set: { toldUntil: until } });
}

async function tell(
  late: readonly WaitingLead[],
  { toId, at }: { readonly toId: number | null; readonly at: Date },
  executor: Executor,
): Promise<void> {
  const managers = await listManagerIds(executor);
  const userIds = [...new Set(toId === null ? managers : [...managers, toId])];
  const singly = late.length <= MOST_TOLD_SINGLY;
  const told = (singly ? late : late.slice(0, 1)).map(({ leadId, since }) => ({
    kind: "unrouted" as const,
    subject: singly ? `lead:${leadId}:${since}` : `many:${since}`,
    facts: { waitingSince: new Date(since).toISOString(), toId },
    leadId: singly ? leadId : null,
    userIds,
    at,
  }));
  await raiseAlerts(told, executor);
}
