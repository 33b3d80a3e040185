import { eq } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { absences } from "#db/schema/index.ts";
import { mayPlan } from "#lib/access/permissions.ts";
import type { Viewer } from "#lib/access/roles.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { formatEpochDay } from "#lib/time/local-day.ts";
import { recordAudit } from "./record-audit.ts";

type RemoveAbsence = { readonly absenceId: number; readonly actor: Viewer; readonly at: Date };

/** Takes back that a person is away: oneself, or anybody for who leads the team. */
export async function removeAbsence(
  { absenceId, actor, at }: RemoveAbsence,
  executor: Executor = db,
): Promise<Result<null>> {
  return executor.transaction(async (tx) => {
    const [absence] = await tx.select().from(absences).where(eq(absences.id, absenceId)).for("update");
    if (!absence) return refuse("not_found");
    if (!mayPlan(actor, absence.userId)) return refuse("forbidden");
    await tx.delete(absences).where(eq(absences.id, absenceId));
    const details = { from: formatEpochDay(absence.firstDay), to: formatEpochDay(absence.lastDay) };
    const entry = { at, actorId: actor.userId, action: "absence.removed", subject: `user:${absence.userId}` };
    await recordAudit({ ...entry, details }, tx);
    return ok(null);
  });
}
