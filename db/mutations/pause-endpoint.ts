import { and, eq } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { listAudience } from "#db/queries/alert-audience.ts";
import { webhookEndpoints } from "#db/schema/index.ts";
import { raiseAlert } from "./raise-alert.ts";

type PauseEndpoint = {
  readonly id: number;
  readonly name: string;
  readonly failingSince: Date;
  /** The other side said that it wants nothing any more. */
  readonly isGone: boolean;
  readonly at: Date;
};

/** Sends nothing more to an endpoint and tells who can mend it; what happens meanwhile is kept for it. */
export async function pauseEndpoint(
  { id, name, failingSince, isGone, at }: PauseEndpoint,
  executor: Executor,
): Promise<void> {
  const paused = await executor
    .update(webhookEndpoints)
    .set({ state: "paused" })
    .where(and(eq(webhookEndpoints.id, id), eq(webhookEndpoints.state, "on")))
    .returning({ id: webhookEndpoints.id });
  if (paused.length === 0) return;
  const userIds = await listAudience({ kind: "webhook_paused" }, executor);
  const facts = { endpointId: id, name, failingSince: isGone ? null : failingSince.toISOString() };
  const subject = `webhook:${id}:${at.toISOString()}`;
  await raiseAlert({ kind: "webhook_paused", subject, facts, userIds, leadId: null, at }, executor);
}
