import { db, type Executor } from "#db/client.ts";
import type { Candidate } from "#lib/routing/open-routing.ts";
import { listAtWork } from "./attendance.ts";
import { listReps } from "./reps.ts";

/** Who may be given leads on a day, in the order of their ids, with the calls each can make. */
export async function listCandidates({ day }: { readonly day: number }, executor: Executor = db): Promise<Candidate[]> {
  const [atWork, reps] = await Promise.all([listAtWork({ day }, executor), listReps(executor)]);
  const byId = new Map(reps.map(({ userId, dailyCapacity }) => [userId, { userId, dailyCapacity }] as const));
  return atWork.flatMap((userId) => byId.get(userId) ?? []);
}
