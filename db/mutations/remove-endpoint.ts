import { eq } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { webhookEndpoints } from "#db/schema/index.ts";
import { recordAudit } from "./record-audit.ts";

type RemoveEndpoint = { readonly endpointId: number; readonly actorId: number; readonly at: Date };

/** With everything that was or is to be sent to it. */
export async function removeEndpoint({ endpointId, actorId, at }: RemoveEndpoint, executor: Executor = db) {
  await executor.transaction(async (tx) => {
    const [removed] = await tx
      .delete(webhookEndpoints)
      .where(eq(webhookEndpoints.id, endpointId))
      .returning({ name: webhookEndpoints.name, host: webhookEndpoints.host });
    if (!removed) return;
    await recordAudit(
      { at, actorId, action: "webhook.removed", subject: `webhook:${endpointId}`, details: removed },
      tx,
    );
  });
}
