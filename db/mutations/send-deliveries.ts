import { and, eq, isNull, lte, or, sql } from "drizzle-orm";
import { type Database, db } from "#db/client.ts";
import { STOPPED_AFTER_MS } from "#db/queries/deliveries-due.ts";
import { webhookEndpoints } from "#db/schema/index.ts";
import type { Attempt } from "#lib/webhooks/attempt.ts";
import type { ClaimedDelivery } from "#lib/webhooks/delivery.ts";
import type { NewsType } from "#lib/webhooks/events.ts";
import { SLOW_FROM } from "#lib/webhooks/retry.ts";
import { settleDelivery } from "./settle-delivery.ts";

const AT_ONCE = 8;

export type SendDeliveries = {
  readonly endpointId: number;
  readonly now: () => Date;
  readonly signal?: AbortSignal;
  /** In [0, 1): so that those that failed together do not come back together. */
  readonly random: () => number;
  readonly send: (delivery: ClaimedDelivery) => Promise<Attempt>;
};

export type SentDeliveries = Record<"sent" | "waiting" | "failed", number>;

/**
 * Sends what is due for one endpoint, each by whoever claims it first, and of one lead one after the other. What
 * a process had in hand when it was killed is sent again under the same id: it arrives at least once.
 */
export async function sendDeliveries(
  { endpointId, now, signal, random, send }: SendDeliveries,
  database: Database = db,
): Promise<SentDeliveries> {
  const done: SentDeliveries = { sent: 0, waiting: 0, failed: 0 };
  await takeBack({ endpointId, at: now() }, database);
  while (!signal?.aborted) {
    const claimed = await claim({ endpointId, at: now() }, database);
    if (claimed.length === 0) break;
    const results = await Promise.allSettled(
      claimed.map(async (delivery) => {
        const attempt = await send(delivery);
        const settled = await settleDelivery({ delivery, attempt, at: now(), random: random() }, database);
        if (settled) done[settled] += 1;
      }),
    );
    const broken = results.find((result) => result.status === "rejected");
    // What was claimed and not settled is taken back soon.
    if (broken) throw broken.reason;
  }
  return done;
}

type Due = { readonly endpointId: number; readonly at: Date };

/** How many at once: none while it rests, one at a time when nothing reaches it. */
async function findPace({ endpointId, at }: Due, database: Database): Promise<number> {
  const [endpoint] = await database
    .select({ failures: webhookEndpoints.failures })
    .from(webhookEndpoints)
    .where(
      and(
        eq(webhookEndpoints.id, endpointId),
        eq(webhookEndpoints.state, "on"),
        or(isNull(webhookEndpoints.restUntil), lte(webhookEndpoints.restUntil, at)),
      ),
    );
  if (!endpoint) return 0;
  return endpoint.failures < SLOW_FROM ? AT_ONCE : 1;
}

/** Of each lead the first that has not arrived. */
async function claim({ endpointId, at }: Due, database: Database): Promise<ClaimedDelivery[]> {
  const pace = await findPace({ endpointId, at }, database);
  if (pace === 0) return [];
  const instant = sql`${at.toISOString()}::timestamptz`;
  // As text in the statement: with an unknown limit the planner would read the whole backlog.
  const limit = sql.raw(String(pace));
  const rows = await database.execute<{
    id: string;
    message_id: string;
    type: NewsType;
    lead_id: string | null;
    at: string;
    data: unknown;
    attempts: number;
  }>(sql`
    with due as materialized (
      select id from webhook_deliveries waiting
      where endpoint_id = ${endpointId} and state = 'waiting' and due_at <= ${instant}
        and not exists (
          select from webhook_deliveries earlier
          where earlier.endpoint_id = waiting.endpoint_id and earlier.state in ('waiting', 'sending')
            and coalesce(earlier.lead_id, 0) = coalesce(waiting.lead_id, 0) and earlier.id < waiting.id)
      order by due_at, id limit ${limit} for update skip locked
    )
    update webhook_deliveries delivery set
      state = 'sending', attempts = attempts + 1, first_tried_at = coalesce(first_tried_at, ${instant}), changed_at = ${instant}
    from due where delivery.endpoint_id = ${endpointId} and delivery.id = due.id
    returning delivery.id, message_id, type, lead_id, at, data, attempts`);
  return rows.map(({ id, message_id, lead_id, at: happened, ...row }) => ({
    ...row,
    endpointId,
    id: Number(id),
    messageId: message_id,
    leadId: lead_id === null ? null : Number(lead_id),
    at: new Date(happened),
  }));
}

/** What a process that is gone had in hand: it may have arrived, and is sent again. */
async function takeBack({ endpointId, at }: Due, database: Database): Promise<void> {
  const since = new Date(at.getTime() - STOPPED_AFTER_MS);
  await database.execute(sql`
    update webhook_deliveries set state = 'waiting', changed_at = ${at.toISOString()}::timestamptz
    where endpoint_id = ${endpointId} and state = 'sending' and changed_at < ${since.toISOString()}::timestamptz`);
}
