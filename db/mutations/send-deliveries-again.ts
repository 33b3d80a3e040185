import { and, eq, inArray, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { webhookDeliveries } from "#db/schema/index.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { notify } from "./notify.ts";
import { recordAudit } from "./record-audit.ts";

type SendDeliveriesAgain = {
  readonly endpointId: number;
  /** null: all that failed. */
  readonly deliveryId: number | null;
  readonly actorId: number;
  readonly at: Date;
};

/** A person wants it sent after all, or once more: under the same id, and before what is later about the same lead. Gives how many. */
export async function sendDeliveriesAgain(
  { endpointId, deliveryId, actorId, at }: SendDeliveriesAgain,
  executor: Executor = db,
): Promise<Result<number>> {
  return executor.transaction(async (tx) => {
    const which =
      deliveryId === null
        ? eq(webhookDeliveries.state, "failed")
        : and(eq(webhookDeliveries.id, deliveryId), inArray(webhookDeliveries.state, ["waiting", "sent", "failed"]));
    const again = await tx
      .update(webhookDeliveries)
      .set({ state: "waiting", attempts: 0, firstTriedAt: null, dueAt: at, changedAt: at })
      .where(and(eq(webhookDeliveries.endpointId, endpointId), which))
      .returning({ lead: sql<string>`coalesce(${webhookDeliveries.leadId}, 0)` });
    if (again.length === 0) return refuse("conflict", { reason: "delivery_moved_on" });
    await tx.execute(sql`
      update ${webhookDeliveries} set due_at = least(due_at, ${at.toISOString()}::timestamptz)
      where endpoint_id = ${endpointId} and state = 'waiting' and coalesce(lead_id, 0) = any(
        array(select json_array_elements_text(${JSON.stringify(again.map(({ lead }) => lead))}::json)::bigint))`);
    const details = { deliveryId, count: again.length };
    await recordAudit({ at, actorId, action: "webhook.sent_again", subject: `webhook:${endpointId}`, details }, tx);
    await notify({ news: true }, tx);
    return ok(again.length);
  });
}
