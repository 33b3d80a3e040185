import { sayOpening } from "#app/_server/opening-line.ts";
import { findOwnOrganisation } from "#app/_server/organisation-zone.ts";
import { callerLocale } from "#app/_server/refusal.ts";
import { makeCallList } from "#db/mutations/make-call-list.ts";
import { markClocksShown } from "#db/mutations/mark-clocks-shown.ts";
import { findListMadeAt } from "#db/queries/call-list.ts";
import { readClockBoard } from "#db/queries/clock-board.ts";
import { findCurrentGeneration } from "#db/queries/current-generation.ts";
import { findDayOff } from "#db/queries/day-off.ts";
import type { Organisation } from "#db/queries/organisation.ts";
import { type ListedRep, listReps } from "#db/queries/reps.ts";
import { readTeamDay } from "#db/queries/team-day.ts";
import { readToday } from "#db/queries/today.ts";
import { findWorkingTime } from "#db/queries/working-time.ts";
import { can } from "#lib/access/permissions.ts";
import { seesAllLeads } from "#lib/access/roles.ts";
import type { SessionUser } from "#lib/access/session-user.ts";
import { firstMomentOf } from "#lib/call-list/first-moment.ts";
import type { TodayView } from "#lib/call-list/view.ts";
import { snoozeDays } from "#lib/lifecycle/snooze.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { localDay } from "#lib/time/local-day.ts";

type Query = {
  readonly user: SessionUser;
  /** Whose list; null: the user's own. */
  readonly repId: number | null;
};

/** A list that the user may read. */
export type ChosenList = {
  readonly user: SessionUser;
  readonly organisation: Organisation;
  readonly rep: ListedRep;
  readonly isOwn: boolean;
  /** Whose lists there are to choose from. */
  readonly team: readonly ListedRep[];
};

/** Whose list is asked for, before any of it is read. */
export async function chooseList({ user, repId }: Query): Promise<Result<ChosenList>> {
  const isOwn = repId === null || repId === user.userId;
  if (!isOwn && !seesAllLeads(user.role)) return refuse("forbidden");
  const [organisation, team] = await Promise.all([findOwnOrganisation(), seesAllLeads(user.role) ? listReps() : []]);
  const rep = isOwn ? user : team.find(({ userId }) => userId === repId);
  return organisation && rep ? ok({ user, organisation, rep, isOwn, team }) : refuse("not_found");
}

type Reading = {
  readonly at: Date;
  /** Whether somebody has just opened the page; false for one that stands open and reads itself again. */
  readonly isOpened: boolean;
};

/**
 * The list of this day. It is made at the first working moment, or when its rep opens it before that: not by a page
 * that was left open overnight. Whoever sees all leads may read it, which never makes it.
 */
export async function openToday(chosen: ChosenList, { at, isOpened }: Reading): Promise<TodayView> {
  const { user, organisation, rep, isOwn, team } = chosen;
  const generation = await findCurrentGeneration();
  const { timeZone } = organisation;
  const { userId, name, dailyCapacity: capacity } = rep;
  const day = localDay(at.getTime(), timeZone);
  const dayOff = isOwn ? await findOwnDayOff(user, { day, at }) : null;
  // Managers and admins have their own leads only: unassigned ones are for reps.
  const takesUnassigned = user.role === "rep";
  if (isOwn && !dayOff && (isOpened || (await hasBegun({ userId, day, at }))))
    await makeCallList({ userId, day, timeZone, generation, takesUnassigned, capacity, at, isReread: !isOpened });
  const [today, workingTime] = await Promise.all([
    readToday({ userId, day, timeZone, generation, viewer: user }),
    findWorkingTime(),
  ]);
  const reader = await callerLocale(user);
  const leadsTeam = isOwn && can(user.role, "manage_team");
  // From here on it is up to the rep, and no longer to the system.
  if (isOwn) await markClocksShown({ leadIds: unshown(today.rows), at });
  return {
    ...today,
    openings: Object.fromEntries(
      today.rows.flatMap(({ leadId, preparation }) => {
        const opening = preparation.opening;
        return opening ? [[leadId, sayOpening(opening, reader)]] : [];
      }),
    ),
    day,
    readAt: at.getTime(),
    snoozeDays: snoozeDays(day, workingTime),
    rep: { userId, name },
    isOwn,
    team: team.map((member) => ({ userId: member.userId, name: member.name })),
    capacity,
    clockBoard: leadsTeam ? await readClockBoard({ at }) : null,
    teamDay: leadsTeam ? await readTeamDay({ at }) : null,
    hasScores: generation !== null,
    dayOff,
  };
}

/** Whether the list of a day is there, or its first working moment has come. */
async function hasBegun({ userId, day, at }: { userId: number; day: number; at: Date }): Promise<boolean> {
  if ((await findListMadeAt({ userId, day })) !== null) return true;
  const opens = firstMomentOf(day, await findWorkingTime());
  return opens !== null && at.getTime() >= opens;
}

/** Makes a rep's list of a day on which none is made by itself. */
export async function startDay(user: SessionUser, at: Date): Promise<Result<null>> {
  const [organisation, generation] = await Promise.all([findOwnOrganisation(), findCurrentGeneration()]);
  if (!organisation) return refuse("not_found");
  const { timeZone } = organisation;
  const { userId, role, dailyCapacity: capacity } = user;
  const day = localDay(at.getTime(), timeZone);
  await makeCallList({ userId, day, timeZone, generation, takesUnassigned: role === "rep", capacity, at });
  return ok(null);
}

/** Only reps have days off from a list; who asked for one all the same has it. */
async function findOwnDayOff({ userId, role }: SessionUser, { day, at }: { day: number; at: Date }) {
  if (role !== "rep" || (await findListMadeAt({ userId, day })) !== null) return null;
  return findDayOff({ userId, at });
}

function unshown(rows: TodayView["rows"]): number[] {
  return rows.filter(({ clock }) => clock?.shownAt === null).map(({ leadId }) => leadId);
}
