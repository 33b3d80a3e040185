import { asc, eq } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { webhookDeliveries, webhookEndpoints } from "#db/schema/index.ts";
import { WEBHOOK_EVENTS } from "#lib/webhooks/events.ts";
import { TEST_TIME } from "./add-test-user.ts";

type NewEndpoint = Partial<typeof webhookEndpoints.$inferInsert>;

/** An endpoint that hears everything, unless told otherwise; nothing can be sent to it. */
export async function addTestEndpoint(executor: Executor, overrides: NewEndpoint = {}): Promise<number> {
  const [endpoint] = await executor
    .insert(webhookEndpoints)
    .values({
      name: "CRM",
      host: "crm.example.com",
      address: "sealed",
      secret: "sealed",
      events: [...WEBHOOK_EVENTS],
      createdAt: TEST_TIME,
      ...overrides,
    })
    .returning({ id: webhookEndpoints.id });
  if (!endpoint) throw new Error("The endpoint was not stored.");
  return endpoint.id;
}

/** What an endpoint was or is to be told, in order. */
export async function toldTo(endpointId: number, executor: Executor) {
  return executor
    .select()
    .from(webhookDeliveries)
    .where(eq(webhookDeliveries.endpointId, endpointId))
    .orderBy(asc(webhookDeliveries.id));
}
