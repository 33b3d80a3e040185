import { and, eq, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { lockCallLists } from "#db/locks.ts";
import { listAdditions, listClocked } from "#db/queries/call-additions.ts";
import { type CandidateQuery, type FoundCandidate, listCalls, listFollowUps } from "#db/queries/call-candidates.ts";
import { callListEntries, callLists } from "#db/schema/index.ts";
import { arrangeList, type ListOf } from "#lib/call-list/arrange.ts";

export type MakeCallList = CandidateQuery & ListOf & { readonly at: Date };

/**
 * Makes the list of a rep's day; once it is made it adds the leads that belong on it since. A list on
 * which nobody stands is made again each time. Gives the number of rows added.
 */
export async function makeCallList(input: MakeCallList, executor: Executor = db): Promise<number> {
  // Most often nothing is to be written, and nobody has to wait for those who write.
  const known = await findList(input, executor);
  if (known && known.rows > 0 && (await findAdditions(input, known, executor)).length === 0) return 0;
  return executor.transaction(async (transaction) => {
    await lockCallLists(input.day, transaction);
    const list = await findList(input, transaction);
    const additions = list ? await findAdditions(input, list, transaction) : [];
    const isMadeNow = additions.length === 0 && (list === null || list.rows === 0);
    const chosen = isMadeNow ? await chooseLeads(input, transaction) : additions;
    if (isMadeNow) await storeList(input, transaction);
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

async function chooseLeads(input: MakeCallList, executor: Executor): Promise<FoundCandidate[]> {
  const followUps = await listFollowUps(input, executor);
  const clocked = await listClocked(input, executor);
  // Those whose clock runs come on top of the calls, however high they stand among them.
  const calls = await listCalls({ ...input, limit: input.capacity + clocked.length }, executor);
  return arrangeList([...calls, ...followUps, ...clocked], input);
}

async function findAdditions(input: MakeCallList, { madeAt }: FoundList, executor: Executor) {
  return arrangeList(await listAdditions({ ...input, since: madeAt }, executor), input);
}

async function storeList({ userId, day, at }: MakeCallList, executor: Executor): Promise<void> {
  await executor
    .insert(callLists)
    .values({ userId, day, madeAt: at })
    .onConflictDoUpdate({ target: [callLists.userId, callLists.day], set: { madeAt: at } });
}

type FoundList = NonNullable<Awaited<ReturnType<typeof findList>>>;

async function findList({ userId, day }: MakeCallList, executor: Executor) {
  const entries = sql`from call_list_entries entry where entry.user_id = ${callLists.userId} and entry.day = ${callLists.day}`;
  const [list] = await executor
    .select({
      madeAt: callLists.madeAt,
      rows: sql<number>`(select count(*)::int ${entries})`,
      lastRank: sql<number>`(select coalesce(max(entry.rank), 0) ${entries})`,
    })
    .from(callLists)
    .where(and(eq(callLists.userId, userId), eq(callLists.day, day)));
  return list ?? null;
}
