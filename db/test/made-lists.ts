import { inArray } from "drizzle-orm";
import { expect } from "vitest";
import { makeCallList } from "#db/mutations/make-call-list.ts";
import { makeDueLists } from "#db/mutations/make-due-lists.ts";
import { listFollowUps } from "#db/queries/call-candidates.ts";
import { listCallers } from "#db/queries/callers.ts";
import type { Generation } from "#db/queries/current-generation.ts";
import { callListEntries, callLists, slaClocks } from "#db/schema/index.ts";
import { TEST_TIME } from "./add-test-user.ts";
import type { TestDatabase } from "./database.ts";
import { TEST_DAY, TEST_ZONE } from "./scoring-fixtures.ts";

/** The lists as they make themselves at the first working moment, and as a manager's page does, without what comes on top: lead ids by user. */
export async function madeLists({ db }: TestDatabase, generation: Generation) {
  const lists = new Map<number, number[]>();
  const callers = await listCallers({ day: TEST_DAY }, db);
  const clocks = await db.select({ leadId: slaClocks.leadId }).from(slaClocks);
  await makeDueLists({ now: () => TEST_TIME }, db);
  for (const { userId, capacity, takesUnassigned } of callers) {
    const query = { userId, day: TEST_DAY, timeZone: TEST_ZONE, generation };
    if (!takesUnassigned) await makeCallList({ ...query, takesUnassigned, capacity, at: TEST_TIME }, db);
    const followUps = await listFollowUps(query, db);
    const due = new Set([...followUps, ...clocks].map(({ leadId }) => leadId));
    const entries = await db.select().from(callListEntries).orderBy(callListEntries.leadId);
    const own = entries.filter((entry) => entry.userId === userId && !due.has(entry.leadId));
    lists.set(
      userId,
      own.map(({ leadId }) => leadId),
    );
  }
  const ids = callers.map(({ userId }) => userId);
  const listed = await db.select({ userId: callLists.userId }).from(callLists);
  expect(new Set(listed.map(({ userId }) => userId))).toEqual(new Set(ids));
  await db.delete(callListEntries).where(inArray(callListEntries.userId, ids));
  await db.delete(callLists).where(inArray(callLists.userId, ids));
  return lists;
}
