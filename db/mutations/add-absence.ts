import { and, eq, inArray } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { absences, users } from "#db/schema/index.ts";
import { can, mayPlan } from "#lib/access/permissions.ts";
import { ROLES, type Viewer } from "#lib/access/roles.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { formatEpochDay } from "#lib/time/local-day.ts";
import type { Absence } from "#lib/working-time/attendance.ts";
import { recordAudit } from "./record-audit.ts";

export type AddAbsence = Absence & { readonly userId: number; readonly actor: Viewer; readonly at: Date };

const WORKING = ROLES.filter((role) => can(role, "work_leads"));

/** Writes down that a person is away: oneself, or for who leads the team anybody who works leads. */
export async function addAbsence(input: AddAbsence, executor: Executor = db): Promise<Result<{ absenceId: number }>> {
  const { userId, firstDay, lastDay, actor, at } = input;
  if (!mayPlan(actor, userId)) return refuse("forbidden");
  return executor.transaction(async (tx) => {
    const works = and(eq(users.id, userId), inArray(users.role, WORKING));
    const [person] = await tx.select({ id: users.id }).from(users).where(works);
    if (!person) return refuse("not_found");
    const [row] = await tx
      .insert(absences)
      .values({ userId, firstDay, lastDay, createdAt: at })
      .returning({ id: absences.id });
    if (!row) throw new Error("The absence was not stored.");
    const details = { from: formatEpochDay(firstDay), to: formatEpochDay(lastDay) };
    const entry = { at, actorId: actor.userId, action: "absence.added", subject: `user:${userId}` };
    await recordAudit({ ...entry, details }, tx);
    return ok({ absenceId: row.id });
  });
}
