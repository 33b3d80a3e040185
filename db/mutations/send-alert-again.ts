import { and, eq, inArray } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { alerts } from "#db/schema/index.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { notify } from "./notify.ts";
import { recordAudit } from "./record-audit.ts";

type SendAlertAgain = {
  readonly userId: number;
  readonly alertId: number;
  readonly actorId: number;
  readonly at: Date;
};

/** A person wants it sent after all: what failed, what waits for its next attempt, and what may have arrived. */
export async function sendAlertAgain(
  { userId, alertId, actorId, at }: SendAlertAgain,
  executor: Executor = db,
): Promise<Result<null>> {
  return executor.transaction(async (tx) => {
    const changed = await tx
      .update(alerts)
      .set({ state: "waiting", attempts: 0, dueAt: at, changedAt: at })
      .where(
        and(
          eq(alerts.userId, userId),
          eq(alerts.id, alertId),
          inArray(alerts.channel, ["email", "webhook"]),
          inArray(alerts.state, ["failed", "uncertain", "waiting"]),
        ),
      )
      .returning({ id: alerts.id });
    if (changed.length === 0) return refuse("conflict", { reason: "alert_moved_on" });
    // Heard by the workers, which send it at once.
    await notify({ alerted: [userId] }, tx);
    await recordAudit({ at, actorId, action: "alert.sent_again", subject: `alert:${userId}:${alertId}` }, tx);
    return ok(null);
  });
}
