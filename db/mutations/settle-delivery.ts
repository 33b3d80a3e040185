import { and, eq, gt, gte, lt, type SQL, sql } from "drizzle-orm";
import type { Database, Executor } from "#db/client.ts";
import { webhookDeliveries, webhookEndpoints } from "#db/schema/index.ts";
import { writeFailure } from "#lib/alerts/told-failure.ts";
import type { Attempt } from "#lib/webhooks/attempt.ts";
import type { ClaimedDelivery } from "#lib/webhooks/delivery.ts";
import { GIVE_UP_MS, pauseAfter, restAfter } from "#lib/webhooks/retry.ts";
import { pauseEndpoint } from "./pause-endpoint.ts";

type Missed = Extract<Attempt, { state: "missed" }>;
type Settling<A = Attempt> = {
  readonly delivery: ClaimedDelivery;
  readonly attempt: A;
  readonly at: Date;
  /** In [0, 1). */
  readonly random: number;
};

/** Writes down what came of an attempt; null when another process has taken the message over since. */
export async function settleDelivery(
  { attempt, ...settling }: Settling,
  database: Database,
): Promise<"sent" | "waiting" | "failed" | null> {
  return database.transaction(async (tx) => {
    if (attempt.state === "missed") return settleMissed({ attempt, ...settling }, tx);
    const { delivery, at } = settling;
    const told = { state: "sent", changedAt: at, answer: attempt.answer, failure: null } as const;
    if (!(await settle(delivery, told, tx))) return null;
    await tx
      .update(webhookEndpoints)
      .set({ failures: 0, failingSince: null, restUntil: null })
      .where(and(eq(webhookEndpoints.id, delivery.endpointId), gt(webhookEndpoints.failures, 0)));
    return "sent";
  });
}

async function settleMissed(missed: Settling<Missed>, tx: Executor): Promise<"waiting" | "failed" | null> {
  const { delivery, attempt, at, random } = missed;
  const told = { state: "waiting", changedAt: at, answer: attempt.answer, failure: writeFailure(attempt) } as const;
  const tried = await settle(delivery, told, tx);
  if (!tried) return null;
  const endpoint = await countFailure(missed, tx);
  const pauseMs = pauseAfter({ attempts: delivery.attempts, afterMs: attempt.afterMs, random });
  const isSilent = at.getTime() - endpoint.failingSince.getTime() >= GIVE_UP_MS;
  // When nothing else has arrived since it was first tried, it is not the message.
  const isOver = pauseMs === null && endpoint.failingSince <= (tried.firstTriedAt ?? at);
  if (attempt.isGone || isSilent || isOver) await pauseEndpoint({ ...endpoint, isGone: attempt.isGone, at }, tx);
  else if (pauseMs !== null) await putOff({ delivery, dueAt: new Date(at.getTime() + pauseMs) }, tx);
  else {
    await tx.update(webhookDeliveries).set({ state: "failed" }).where(isThis(delivery));
    return "failed";
  }
  return "waiting";
}

type Told = Pick<typeof webhookDeliveries.$inferInsert, "state" | "changedAt" | "answer" | "failure">;

/** undefined: it is not in this process's hand any more. */
async function settle(delivery: ClaimedDelivery, told: Told, tx: Executor) {
  const isOurs = and(eq(webhookDeliveries.state, "sending"), eq(webhookDeliveries.attempts, delivery.attempts));
  const [row] = await tx
    .update(webhookDeliveries)
    .set(told)
    .where(and(isThis(delivery), isOurs))
    .returning({ firstTriedAt: webhookDeliveries.firstTriedAt });
  return row;
}

async function countFailure({ delivery: { endpointId }, attempt: { afterMs }, at }: Settling<Missed>, tx: Executor) {
  const [endpoint] = await tx
    .update(webhookEndpoints)
    .set({
      failures: sql`${webhookEndpoints.failures} + 1`,
      failingSince: sql`coalesce(${webhookEndpoints.failingSince}, ${at.toISOString()}::timestamptz)`,
    })
    .where(eq(webhookEndpoints.id, endpointId))
    .returning({
      id: webhookEndpoints.id,
      name: webhookEndpoints.name,
      failures: webhookEndpoints.failures,
      failingSince: webhookEndpoints.failingSince,
    });
  if (!endpoint) throw new Error("A delivery has no endpoint.");
  const restMs = restAfter({ failures: endpoint.failures, afterMs });
  if (restMs > 0)
    await tx
      .update(webhookEndpoints)
      .set({ restUntil: new Date(at.getTime() + restMs) })
      .where(eq(webhookEndpoints.id, endpointId));
  return { id: endpoint.id, name: endpoint.name, failingSince: endpoint.failingSince ?? at };
}

/** What is later about the same lead waits with it. */
async function putOff({ delivery, dueAt }: { readonly delivery: ClaimedDelivery; readonly dueAt: Date }, tx: Executor) {
  const { endpointId, id, leadId } = delivery;
  await tx
    .update(webhookDeliveries)
    .set({ dueAt })
    .where(
      and(
        eq(webhookDeliveries.endpointId, endpointId),
        isAbout(leadId),
        eq(webhookDeliveries.state, "waiting"),
        gte(webhookDeliveries.id, id),
        lt(webhookDeliveries.dueAt, dueAt),
      ),
    );
}

function isThis({ endpointId, id }: Pick<ClaimedDelivery, "endpointId" | "id">) {
  return and(eq(webhookDeliveries.endpointId, endpointId), eq(webhookDeliveries.id, id));
}

/** Whether it is about this lead, or as this one about no single lead. */
function isAbout(leadId: number | null): SQL {
  return sql`coalesce(${webhookDeliveries.leadId}, 0) = ${leadId ?? 0}`;
}
