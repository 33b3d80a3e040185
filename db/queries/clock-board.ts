import { and, asc, eq, gte, isNull, lt, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { accounts, leads, slaClocks, users } from "#db/schema/index.ts";
import { leadName } from "#lib/leads/lead-name.ts";
import type { ClockBoard } from "#lib/sla/board.ts";
import { figuresOf } from "#lib/sla/figures.ts";
import { localDay, startOfDay } from "#lib/time/local-day.ts";
import { listAtWork } from "./attendance.ts";
import { countLate } from "./late-clocks.ts";
import { CLOCK_COLUMNS, RUNNING, toRunningClock } from "./running-clocks.ts";
import { findWorkingTime } from "./working-time.ts";

/** More than anybody looks through: it then says how many there are. */
const MOST_SHOWN = 30;

/** The clocks of all leads, for who leads the team: what runs, how today went, and who could help. */
export async function readClockBoard({ at }: { readonly at: Date }, executor: Executor = db): Promise<ClockBoard> {
  const workingTime = await findWorkingTime(executor);
  const day = localDay(at.getTime(), workingTime.timeZone);
  const span = { from: startOfDay(day, workingTime.timeZone), to: at.getTime() };
  const [rows, byOwner, stopped, late, atWork] = await Promise.all([
    listWatched(executor),
    executor
      .select({ userId: users.id, name: users.name, runningClocks: sql<number>`count(${slaClocks.id})::int` })
      .from(users)
      .leftJoin(
        leads,
        and(eq(leads.ownerId, users.id), sql`${leads.id} in (select lead_id from ${slaClocks} where ${RUNNING})`),
      )
      .leftJoin(slaClocks, and(eq(slaClocks.leadId, leads.id), RUNNING))
      .where(and(eq(users.role, "rep"), isNull(users.disabledAt)))
      .groupBy(users.id)
      .orderBy(asc(sql`lower(${users.name})`), asc(users.id)),
    listStopped(span, executor),
    countLate(span, executor),
    listAtWork({ day }, executor),
  ]);
  return {
    running: rows.map(({ owner, firstName, lastName, email, company, cell, total: _, ...clock }) => ({
      clock: toRunningClock(clock),
      name: leadName({ firstName, lastName, email }),
      company,
      cell,
      owner: owner && { ...owner, isAtWork: atWork.includes(owner.userId) },
    })),
    runningTotal: rows[0]?.total ?? 0,
    today: figuresOf({ stopped, late }, workingTime),
    reps: byOwner.filter(({ userId }) => atWork.includes(userId)),
  };
}

function listWatched(executor: Executor) {
  return executor
    .select({
      ...CLOCK_COLUMNS,
      cell: slaClocks.cell,
      firstName: leads.firstName,
      lastName: leads.lastName,
      email: leads.email,
      company: accounts.name,
      owner: { userId: users.id, name: users.name },
      total: sql<number>`(count(*) over ())::int`,
    })
    .from(slaClocks)
    .innerJoin(leads, eq(leads.id, slaClocks.leadId))
    .leftJoin(accounts, eq(accounts.id, leads.accountId))
    .leftJoin(users, eq(users.id, leads.ownerId))
    .where(RUNNING)
    .orderBy(asc(slaClocks.dueAt), asc(slaClocks.id))
    .limit(MOST_SHOWN);
}

async function listStopped({ from, to }: { readonly from: number; readonly to: number }, executor: Executor) {
  const rows = await executor
    .select({
      arrivedAt: slaClocks.arrivedAt,
      dueAt: slaClocks.dueAt,
      shownAt: slaClocks.shownAt,
      stoppedAt: slaClocks.stoppedAt,
    })
    .from(slaClocks)
    .where(and(gte(slaClocks.stoppedAt, new Date(from)), lt(slaClocks.stoppedAt, new Date(to + 1))));
  return rows.flatMap(({ arrivedAt, dueAt, shownAt, stoppedAt }) =>
    stoppedAt === null
      ? []
      : {
          arrivedAt: arrivedAt.getTime(),
          dueAt: dueAt.getTime(),
          shownAt: shownAt?.getTime() ?? null,
          stoppedAt: stoppedAt.getTime(),
        },
  );
}
