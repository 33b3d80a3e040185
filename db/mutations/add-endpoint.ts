import { db, type Executor } from "#db/client.ts";
import { webhookEndpoints } from "#db/schema/index.ts";
import type { WebhookEvent } from "#lib/webhooks/events.ts";
import { recordAudit } from "./record-audit.ts";

export type AddEndpoint = {
  readonly name: string;
  readonly host: string;
  /** Sealed. */
  readonly address: string;
  readonly secret: string;
  readonly events: readonly WebhookEvent[];
  readonly hasContact: boolean;
  readonly actorId: number;
  readonly at: Date;
};

/** Gives the endpoint's id. It hears what happens from now on. */
export async function addEndpoint({ actorId, at, ...endpoint }: AddEndpoint, executor: Executor = db): Promise<number> {
  return executor.transaction(async (tx) => {
    const [row] = await tx
      .insert(webhookEndpoints)
      .values({ ...endpoint, events: [...endpoint.events], createdAt: at, createdBy: actorId })
      .returning({ id: webhookEndpoints.id });
    if (!row) throw new Error("The endpoint was not stored.");
    const { name, host, events, hasContact } = endpoint;
    const details = { name, host, events, hasContact };
    await recordAudit({ at, actorId, action: "webhook.added", subject: `webhook:${row.id}`, details }, tx);
    return row.id;
  });
}
