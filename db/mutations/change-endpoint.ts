import { eq } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { webhookEndpoints } from "#db/schema/index.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import type { WebhookEvent } from "#lib/webhooks/events.ts";
import { recordAudit } from "./record-audit.ts";
import { resumeEndpoint } from "./resume-endpoint.ts";

export type ChangeEndpoint = {
  readonly endpointId: number;
  readonly name: string;
  /** Sealed; null: where it was. */
  readonly moved: { readonly host: string; readonly address: string } | null;
  readonly events: readonly WebhookEvent[];
  readonly hasContact: boolean;
  /** One that is off hears nothing of what happens meanwhile. */
  readonly isOn: boolean;
  readonly actorId: number;
  readonly at: Date;
};

/** What waits is sent to where the endpoint is by now. */
export async function changeEndpoint(input: ChangeEndpoint, executor: Executor = db): Promise<Result<null>> {
  const { endpointId, name, moved, events, hasContact, isOn, actorId, at } = input;
  return executor.transaction(async (tx) => {
    const [known] = await tx
      .select({ state: webhookEndpoints.state })
      .from(webhookEndpoints)
      .where(eq(webhookEndpoints.id, endpointId))
      .for("update");
    if (!known) return refuse("not_found", { reason: "endpoint_gone" });
    await tx
      .update(webhookEndpoints)
      .set({ name, ...moved, events: [...events], hasContact, ...(!isOn && { state: "off" }) })
      .where(eq(webhookEndpoints.id, endpointId));
    const details = { name, host: moved?.host, events, hasContact, isOn };
    await recordAudit({ at, actorId, action: "webhook.changed", subject: `webhook:${endpointId}`, details }, tx);
    // One that was paused goes on by a decision of its own, or because it is elsewhere now.
    if (isOn && (known.state === "off" || moved !== null)) return resumeEndpoint({ endpointId, actorId, at }, tx);
    return ok(null);
  });
}
