import { and, eq, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { lockCallLists } from "#db/locks.ts";
import { countNobodysClocked, listAdditions, listClocked, listSeen } from "#db/queries/call-additions.ts";
import { type CandidateQuery, type FoundCandidate, listCalls, listFollowUps } from "#db/queries/call-candidates.ts";
import { callListEntries, callLists, leads } from "#db/schema/index.ts";
import { arrangeList, type ListOf } from "#lib/call-list/arrange.ts";

export type MakeCallList = CandidateQuery &
  ListOf & {
    readonly at: Date;
    /** A page that stands open reads it again: it looks for what is new, and for nobody else. */
    readonly isReread?: boolean;
  };

/**
 * Makes the list of a rep's day; once it is made it adds the leads that belong on it since. A list on
 * which nobody stands is made again when it is asked for and there is somebody by now, and once there are
 * new scores. Gives the number of rows added.
 */
export async function makeCallList(input: MakeCallList, executor: Executor = db): Promise<number> {
  const known = await findList(input, executor);
  if (known && !(await isToBeWritten(input, known, executor))) return 0;
  return executor.transaction(async (transaction) => {
    await lockCallLists(input.day, transaction);
    const list = await findList(input, transaction);
    const additions = list ? await findAdditions(input, list, transaction) : [];
    const isMadeNow = additions.length === 0 && (list === null || list.rows === 0);
    // Before the choice: who comes to light between the two is in the choice, or new to the list.
    const seen = isMadeNow ? await listSeen(input, transaction) : [];
    const chosen = isMadeNow ? await chooseLeads(input, transaction) : additions;
    if (isMadeNow) await storeList(input, seen, transaction);
    if (chosen.length === 0) return 0;
    await transaction.insert(callListEntries).values(chosen.map(toEntry));
    return chosen.length;

    function toEntry({ leadId, fit, engagement, combined, cell, versionId }: FoundCandidate, index: number) {
      const { userId, day, at } = input;
      const rank = (list?.lastRank ?? 0) + 1 + index;
      return { leadId, userId, day, rank, shownAt: at, fit, engagement, combined, cell, versionId };
    }
  });
}

/** Most often nothing is, and nobody has to wait for those who write. */
async function isToBeWritten(input: MakeCallList, list: FoundList, executor: Executor): Promise<boolean> {
  if ((await findAdditions(input, list, executor)).length > 0) return true;
  if (list.rows > 0) return false;
  const switchedAt = input.generation?.switchedAt ?? null;
  if (switchedAt !== null && switchedAt > list.madeAt) return true;
  return !input.isReread && (await chooseLeads(input, executor)).length > 0;
}

async function chooseLeads(input: MakeCallList, executor: Executor): Promise<FoundCandidate[]> {
  // Who leads a team seldom has leads, and looking for them among all that are called takes long.
  if (!input.takesUnassigned && !(await ownsLeads(input, executor))) return [];
  const followUps = await listFollowUps(input, executor);
  const clocked = await listClocked(input, executor);
  const nobodys = input.takesUnassigned ? await countNobodysClocked(executor) : 0;
  // Those whose clock runs come on top of the calls, however high they stand among them.
  const calls = await listCalls({ ...input, limit: input.capacity + clocked.length + nobodys }, executor);
  return arrangeList([...calls, ...followUps, ...clocked], input);
}

async function ownsLeads({ userId }: MakeCallList, executor: Executor): Promise<boolean> {
  const [own] = await executor.select({ id: leads.id }).from(leads).where(eq(leads.ownerId, userId)).limit(1);
  return own !== undefined;
}

async function findAdditions(input: MakeCallList, { madeAt, seen }: FoundList, executor: Executor) {
  return arrangeList(await listAdditions({ ...input, since: madeAt, seen }, executor), input);
}

async function storeList({ userId, day, at }: MakeCallList, seen: number[], executor: Executor): Promise<void> {
  const made = { madeAt: at, seenLeadIds: seen };
  await executor
    .insert(callLists)
    .values({ userId, day, ...made })
    .onConflictDoUpdate({ target: [callLists.userId, callLists.day], set: made });
}

type FoundList = NonNullable<Awaited<ReturnType<typeof findList>>>;

async function findList({ userId, day }: MakeCallList, executor: Executor) {
  const entries = sql`from call_list_entries entry where entry.user_id = ${callLists.userId} and entry.day = ${callLists.day}`;
  const [list] = await executor
    .select({
      madeAt: callLists.madeAt,
      seen: callLists.seenLeadIds,
      rows: sql<number>`(select count(*)::int ${entries})`,
      lastRank: sql<number>`(select coalesce(max(entry.rank), 0) ${entries})`,
    })
    .from(callLists)
    .where(and(eq(callLists.userId, userId), eq(callLists.day, day)));
  return list ?? null;
}
