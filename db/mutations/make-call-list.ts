import { and, count, eq, max, min } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { lockCallLists } from "#db/locks.ts";
import {
  type Candidate,
  type CandidateQuery,
  listCalls,
  listFollowUps,
  listNewcomers,
} from "#db/queries/call-candidates.ts";
import { callListEntries } from "#db/schema/index.ts";

export type MakeCallList = CandidateQuery & {
  /** Whether unassigned leads may stand on this list; who first records an outcome gets them. */
  readonly takesUnassigned: boolean;
  /** Calls a day. Follow-ups and newcomers come on top. */
  readonly capacity: number;
  readonly at: Date;
};

/**
 * Makes the list of a rep's day when it is first opened; later on it adds the leads that came in
 * since. Gives the number of rows added.
 */
export async function makeCallList(input: MakeCallList, executor: Executor = db): Promise<number> {
  // Most often nothing is to be written, and nobody has to wait for those who write.
  const { madeAt } = await findList(input, executor);
  if (madeAt && (await listNewcomers({ ...input, since: madeAt }, executor)).length === 0) return 0;
  return executor.transaction(async (transaction) => {
    await lockCallLists(input.day, transaction);
    const list = await findList(input, transaction);
    const chosen = list.madeAt ? await listNewcomers({ ...input, since: list.madeAt }, transaction) : await choose();
    if (chosen.length === 0) return 0;
    await transaction.insert(callListEntries).values(chosen.map(toEntry));
    return chosen.length;

    async function choose(): Promise<Candidate[]> {
      const followUps = await listFollowUps(input, transaction);
      const calls = await listCalls({ ...input, limit: input.capacity }, transaction);
      return [...followUps, ...calls];
    }

    function toEntry({ leadId, ...score }: Candidate, index: number) {
      return {
        leadId,
        userId: input.userId,
        day: input.day,
        rank: list.lastRank + 1 + index,
        shownAt: input.at,
        ...score,
      };
    }
  });
}

async function findList({ userId, day }: MakeCallList, executor: Executor) {
  const [list] = await executor
    .select({ rows: count(), madeAt: min(callListEntries.shownAt), lastRank: max(callListEntries.rank) })
    .from(callListEntries)
    .where(and(eq(callListEntries.userId, userId), eq(callListEntries.day, day)));
  return { madeAt: list?.madeAt ?? null, lastRank: list?.lastRank ?? 0 };
}
