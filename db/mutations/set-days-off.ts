import { eq } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { users } from "#db/schema/index.ts";
import { mayPlan } from "#lib/access/permissions.ts";
import type { Viewer } from "#lib/access/roles.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { recordAudit } from "./record-audit.ts";

type SetDaysOff = {
  readonly userId: number;
  /** Weekdays, 0 for Monday. */
  readonly daysOff: readonly number[];
  readonly actor: Viewer;
  readonly at: Date;
};

/** Says on which weekdays a person never works. */
export async function setDaysOff(
  { userId, daysOff, actor, at }: SetDaysOff,
  executor: Executor = db,
): Promise<Result<null>> {
  if (!mayPlan(actor, userId)) return refuse("forbidden");
  return executor.transaction(async (tx) => {
    const [user] = await tx.select({ daysOff: users.daysOff }).from(users).where(eq(users.id, userId)).for("update");
    if (!user) return refuse("not_found");
    const to = [...new Set(daysOff)].sort((a, b) => a - b);
    await tx.update(users).set({ daysOff: to }).where(eq(users.id, userId));
    const entry = { at, actorId: actor.userId, action: "user.days_off_set", subject: `user:${userId}` };
    await recordAudit({ ...entry, details: { from: user.daysOff, to } }, tx);
    return ok(null);
  });
}
