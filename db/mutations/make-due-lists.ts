import { and, eq } from "drizzle-orm";
import { type Database, db } from "#db/client.ts";
import { findCurrentGeneration } from "#db/queries/current-generation.ts";
import { findDueLists } from "#db/queries/due-lists.ts";
import { callListEntries } from "#db/schema/index.ts";
import { makeCallList } from "./make-call-list.ts";
import { notify } from "./notify.ts";

type MakeDueLists = {
  readonly now: () => Date;
  readonly signal?: AbortSignal;
  /** Whether those on which nobody stands are made again. */
  readonly orEmpty?: boolean;
};

/**
 * Makes the lists of the reps who are at work, from the first working moment of their day on, and tells
 * their pages. It waits for the scores of that day. Gives how many it made.
 */
export async function makeDueLists({ now, signal, orEmpty }: MakeDueLists, database: Database = db): Promise<number> {
  const at = now();
  const { day, timeZone, reps } = await findDueLists({ at, orEmpty }, database);
  if (reps.length === 0) return 0;
  const generation = await findCurrentGeneration(database);
  if (generation?.day !== day) return 0;
  let made = 0;
  for (const { userId, dailyCapacity: capacity } of reps) {
    if (signal?.aborted) break;
    await database.transaction(async (tx) => {
      await makeCallList({ userId, day, timeZone, generation, takesUnassigned: true, capacity, at }, tx);
      const entries = await tx
        .select({ leadId: callListEntries.leadId })
        .from(callListEntries)
        .where(and(eq(callListEntries.userId, userId), eq(callListEntries.day, day)));
      if (entries.length > 0) await notify({ leads: entries.map(({ leadId }) => leadId) }, tx);
    });
    made++;
  }
  return made;
}
