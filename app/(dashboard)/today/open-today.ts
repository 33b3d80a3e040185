import { makeCallList } from "#db/mutations/make-call-list.ts";
import { findCurrentGeneration } from "#db/queries/current-generation.ts";
import { findOrganisation } from "#db/queries/organisation.ts";
import { listReps } from "#db/queries/reps.ts";
import { readToday } from "#db/queries/today.ts";
import { seesAllLeads } from "#lib/access/roles.ts";
import type { SessionUser } from "#lib/access/session-user.ts";
import type { TodayView } from "#lib/call-list/view.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { localDay } from "#lib/time/local-day.ts";

type Query = {
  readonly user: SessionUser;
  /** Whose list; null: the user's own. */
  readonly repId: number | null;
  readonly at: Date;
};

/**
 * The list of this day. The first time its rep opens it, it is made; whoever sees all leads may read
 * it, which never makes it.
 */
export async function openToday({ user, repId, at }: Query): Promise<Result<TodayView>> {
  const isOwn = repId === null || repId === user.userId;
  if (!isOwn && !seesAllLeads(user.role)) return refuse("forbidden");
  const [organisation, generation, reps] = await Promise.all([
    findOrganisation(),
    findCurrentGeneration(),
    seesAllLeads(user.role) ? listReps() : [],
  ]);
  if (!organisation) return refuse("not_found");
  const rep = isOwn ? user : reps.find(({ userId }) => userId === repId);
  if (!rep) return refuse("not_found");

  const { timeZone } = organisation;
  const { userId, name, dailyCapacity: capacity } = rep;
  const day = localDay(at.getTime(), timeZone);
  // Managers and admins have their own leads only: unassigned ones are for reps.
  const takesUnassigned = user.role === "rep";
  if (isOwn) await makeCallList({ userId, day, timeZone, generation, takesUnassigned, capacity, at });
  const today = await readToday({ userId, day, timeZone, generation, viewer: user });
  return ok({
    ...today,
    day,
    readAt: at.getTime(),
    rep: { userId, name },
    isOwn,
    team: reps.map((member) => ({ userId: member.userId, name: member.name })),
    capacity,
    hasScores: generation !== null,
  });
}
