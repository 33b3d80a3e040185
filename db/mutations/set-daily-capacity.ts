import { eq } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { users } from "#db/schema/index.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { recordAudit } from "./record-audit.ts";

type SetDailyCapacity = {
  readonly actorId: number;
  readonly at: Date;
  readonly userId: number;
  /** Calls a day. */
  readonly dailyCapacity: number;
};

export async function setDailyCapacity(
  { actorId, at, userId, dailyCapacity }: SetDailyCapacity,
  executor: Executor = db,
): Promise<Result<null>> {
  return executor.transaction(async (transaction) => {
    const [user] = await transaction
      .select({ dailyCapacity: users.dailyCapacity })
      .from(users)
      .where(eq(users.id, userId))
      .for("update");
    if (!user) return refuse("not_found");
    if (user.dailyCapacity === dailyCapacity) return ok(null);
    await transaction.update(users).set({ dailyCapacity }).where(eq(users.id, userId));
    const details = { from: user.dailyCapacity, to: dailyCapacity };
    await recordAudit({ at, actorId, action: "user.capacity_set", subject: `user:${userId}`, details }, transaction);
    return ok(null);
  });
}
