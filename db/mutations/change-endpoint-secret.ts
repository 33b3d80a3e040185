import { eq, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { webhookEndpoints } from "#db/schema/index.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { PREVIOUS_HOURS } from "#lib/webhooks/endpoint.ts";
import { recordAudit } from "./record-audit.ts";

const HOUR_MS = 3_600_000;

type ChangeEndpointSecret = {
  readonly endpointId: number;
  /** Sealed. */
  readonly secret: string;
  readonly actorId: number;
  readonly at: Date;
};

/** The secret before signs beside it for a day, so that the receiver can be changed at leisure. */
export async function changeEndpointSecret(
  { endpointId, secret, actorId, at }: ChangeEndpointSecret,
  executor: Executor = db,
): Promise<Result<null>> {
  return executor.transaction(async (tx) => {
    const changed = await tx
      .update(webhookEndpoints)
      .set({
        secret,
        previousSecret: sql`${webhookEndpoints.secret}`,
        previousUntil: new Date(at.getTime() + PREVIOUS_HOURS * HOUR_MS),
      })
      .where(eq(webhookEndpoints.id, endpointId))
      .returning({ id: webhookEndpoints.id });
    if (changed.length === 0) return refuse("not_found", { reason: "endpoint_gone" });
    await recordAudit({ at, actorId, action: "webhook.secret_changed", subject: `webhook:${endpointId}` }, tx);
    return ok(null);
  });
}
