import { sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { readHistories } from "#db/journeys/lead-histories.ts";
import { gatherHistories } from "#lib/performance/gather-history.ts";
import type { Journey } from "#lib/performance/journey.ts";
import { journeysOf } from "#lib/performance/lead-history.ts";

/** Every journey there is, from the rows as they are. */
export async function readAllJourneys(timeZone: string, executor: Executor): Promise<Journey[]> {
  const leads = await executor.execute<{ id: string }>(sql`select id from leads order by id`);
  const ids = leads.map(({ id }) => Number(id));
  return gatherHistories(await readHistories(ids, executor)).flatMap((history) => journeysOf(history, timeZone));
}
