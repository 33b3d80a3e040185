import { and, eq } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { webhookDeliveries, webhookEndpoints } from "#db/schema/index.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { notify } from "./notify.ts";
import { recordAudit } from "./record-audit.ts";

type ResumeEndpoint = { readonly endpointId: number; readonly actorId: number; readonly at: Date };

/** Sends again to an endpoint that was paused or off, first of all what waits for it, as if it were tried for the first time. */
export async function resumeEndpoint(
  { endpointId, actorId, at }: ResumeEndpoint,
  executor: Executor = db,
): Promise<Result<null>> {
  return executor.transaction(async (tx) => {
    const resumed = await tx
      .update(webhookEndpoints)
      .set({ state: "on", failures: 0, failingSince: null, restUntil: null })
      .where(eq(webhookEndpoints.id, endpointId))
      .returning({ id: webhookEndpoints.id });
    if (resumed.length === 0) return refuse("not_found", { reason: "endpoint_gone" });
    await tx
      .update(webhookDeliveries)
      .set({ dueAt: at, attempts: 0, firstTriedAt: null })
      .where(and(eq(webhookDeliveries.endpointId, endpointId), eq(webhookDeliveries.state, "waiting")));
    await recordAudit({ at, actorId, action: "webhook.resumed", subject: `webhook:${endpointId}` }, tx);
    await notify({ news: true }, tx);
    return ok(null);
  });
}
