import { and, desc, eq, lt } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { webhookDeliveries } from "#db/schema/index.ts";
import { readFailure } from "#lib/alerts/told-failure.ts";
import { type Delivery, SHOWN_DELIVERIES } from "#lib/webhooks/delivery.ts";
import type { DeliveryState } from "#lib/webhooks/delivery-state.ts";
import { webhookId } from "#lib/webhooks/signature.ts";

type Query = {
  readonly endpointId: number;
  /** null: of any. */
  readonly state: DeliveryState | null;
  /** Only those before this one; null: from the newest. */
  readonly before: number | null;
};

/** The newest deliveries of an endpoint; `next`: where the page after this one begins, null when there is none. */
export async function listDeliveries(
  { endpointId, state, before }: Query,
  executor: Executor = db,
): Promise<{ readonly deliveries: readonly Delivery[]; readonly next: number | null }> {
  const rows = await executor
    .select({
      id: webhookDeliveries.id,
      messageId: webhookDeliveries.messageId,
      type: webhookDeliveries.type,
      leadId: webhookDeliveries.leadId,
      at: webhookDeliveries.at,
      state: webhookDeliveries.state,
      attempts: webhookDeliveries.attempts,
      changedAt: webhookDeliveries.changedAt,
      dueAt: webhookDeliveries.dueAt,
      answer: webhookDeliveries.answer,
      failure: webhookDeliveries.failure,
    })
    .from(webhookDeliveries)
    .where(
      and(
        eq(webhookDeliveries.endpointId, endpointId),
        state === null ? undefined : eq(webhookDeliveries.state, state),
        before === null ? undefined : lt(webhookDeliveries.id, before),
      ),
    )
    .orderBy(desc(webhookDeliveries.id))
    .limit(SHOWN_DELIVERIES + 1);
  const shown = rows.slice(0, SHOWN_DELIVERIES);
  const deliveries = shown.map(({ messageId, at, changedAt, dueAt, failure, ...row }) => ({
    ...row,
    webhookId: webhookId(messageId),
    at: at.getTime(),
    changedAt: changedAt.getTime(),
    dueAt: dueAt.getTime(),
    told: readFailure(failure),
  }));
  return { deliveries, next: rows.length > shown.length ? (shown.at(-1)?.id ?? null) : null };
}
