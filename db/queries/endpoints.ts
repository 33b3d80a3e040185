import { asc, eq, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { oneOf } from "#db/schema/columns.ts";
import { webhookEndpoints } from "#db/schema/index.ts";
import type { DeliveryState } from "#lib/webhooks/delivery-state.ts";
import type { Endpoint } from "#lib/webhooks/endpoint.ts";

/** What an endpoint is sent with: sealed, but for whether it hears who a lead is. */
export async function findSealedEndpoint(endpointId: number, executor: Executor = db) {
  const [row] = await executor
    .select({
      address: webhookEndpoints.address,
      secret: webhookEndpoints.secret,
      previousSecret: webhookEndpoints.previousSecret,
      previousUntil: webhookEndpoints.previousUntil,
      hasContact: webhookEndpoints.hasContact,
    })
    .from(webhookEndpoints)
    .where(eq(webhookEndpoints.id, endpointId));
  return row ?? null;
}

/** All endpoints, the oldest first. */
export async function listEndpoints(executor: Executor = db): Promise<Endpoint[]> {
  const rows = await columns(executor).orderBy(asc(webhookEndpoints.id));
  return rows.map(toEndpoint);
}

export async function findEndpoint(endpointId: number, executor: Executor = db): Promise<Endpoint | null> {
  const [row] = await columns(executor).where(eq(webhookEndpoints.id, endpointId));
  return row ? toEndpoint(row) : null;
}

function columns(executor: Executor) {
  const count = (states: readonly DeliveryState[]) => sql<number>`(
    select count(*)::int from webhook_deliveries delivery
    where delivery.endpoint_id = webhook_endpoints.id and delivery.state in (${oneOf(states)}))`;
  return executor
    .select({
      id: webhookEndpoints.id,
      name: webhookEndpoints.name,
      host: webhookEndpoints.host,
      events: webhookEndpoints.events,
      hasContact: webhookEndpoints.hasContact,
      state: webhookEndpoints.state,
      failingSince: webhookEndpoints.failingSince,
      previousUntil: webhookEndpoints.previousUntil,
      waiting: count(["waiting", "sending"]),
      failed: count(["failed"]),
    })
    .from(webhookEndpoints);
}

type Row = Awaited<ReturnType<typeof columns>>[number];

function toEndpoint({ failingSince, previousUntil, ...row }: Row): Endpoint {
  return { ...row, failingSince: failingSince?.getTime() ?? null, previousUntil: previousUntil?.getTime() ?? null };
}
