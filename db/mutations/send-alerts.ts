import { and, eq, sql } from "drizzle-orm";
import { type Database, db } from "#db/client.ts";
import { findQuietHours } from "#db/queries/quiet-hours.ts";
import { alerts } from "#db/schema/index.ts";
import type { AlertChannel } from "#lib/alerts/kinds.ts";
import { afterQuiet } from "#lib/alerts/quiet.ts";
import { pauseAfter } from "#lib/alerts/retry.ts";
import { writeFailure } from "#lib/alerts/told-failure.ts";
import type { Delivery } from "#lib/outgoing/delivery.ts";

const AT_ONCE = 8;
/** No sending takes so long: its process is gone. */
const STOPPED_AFTER_MS = 5 * 60_000;

export type ClaimedAlert = {
  readonly userId: number;
  readonly alertId: number;
  readonly channel: Exclude<AlertChannel, "app">;
  /** This one included. */
  readonly attempts: number;
};

export type SendAlerts = {
  readonly now: () => Date;
  readonly signal?: AbortSignal;
  readonly send: (alert: ClaimedAlert) => Promise<Delivery | Dropped>;
};

/** What it tells of is over: it need not go out. */
export type Dropped = { readonly state: "dropped" };

export type SentAlerts = Record<"sent" | "waiting" | "failed" | "uncertain" | "dropped", number>;

/**
 * Sends what is due, each by whoever claims it first. A claim is kept before anything is sent, so that a process
 * that is killed leaves an alert that may have gone out, and not one that goes out twice.
 */
export async function sendAlerts({ now, signal, send }: SendAlerts, database: Database = db): Promise<SentAlerts> {
  const done: SentAlerts = { sent: 0, waiting: 0, failed: 0, uncertain: 0, dropped: 0 };
  done.uncertain += await giveUpStopped(now(), database);
  while (!signal?.aborted) {
    const claimed = await claim(now(), database);
    if (claimed.length === 0) break;
    const results = await Promise.allSettled(
      claimed.map(async (alert) => {
        const delivery = await send(alert);
        done[await settle({ alert, delivery, at: now() }, database)] += 1;
      }),
    );
    const broken = results.find((result) => result.status === "rejected");
    // What was claimed and not settled is uncertain soon.
    if (broken) throw broken.reason;
  }
  return done;
}

async function claim(at: Date, database: Database): Promise<ClaimedAlert[]> {
  const instant = sql`${at.toISOString()}::timestamptz`;
  const rows = await database.execute<{
    user_id: string;
    id: string;
    channel: ClaimedAlert["channel"];
    attempts: number;
  }>(sql`
    with due as materialized (
      select user_id, id from alerts where state = 'waiting' and due_at <= ${instant} and channel <> 'app'
      order by due_at, user_id, id limit ${AT_ONCE} for update skip locked)
    update alerts alert set state = 'sending', attempts = attempts + 1, changed_at = ${instant}
    from due where alert.user_id = due.user_id and alert.id = due.id
    returning alert.user_id, alert.id, alert.channel, alert.attempts`);
  return rows.map((row) => ({ ...row, userId: Number(row.user_id), alertId: Number(row.id) }));
}

type Settling = { readonly alert: ClaimedAlert; readonly delivery: Delivery | Dropped; readonly at: Date };

async function settle({ alert, delivery, at }: Settling, database: Database): Promise<keyof SentAlerts> {
  const changes = changesBy({ alert, delivery, at });
  const again =
    changes.state === "waiting" && (await undisturbed({ userId: alert.userId, at: changes.dueAt }, database));
  await database
    .update(alerts)
    .set({ changedAt: at, ...changes, ...(again && { dueAt: again }) })
    .where(and(eq(alerts.userId, alert.userId), eq(alerts.id, alert.alertId), eq(alerts.state, "sending")));
  return changes.state;
}

function changesBy({ alert: { attempts }, delivery, at }: Settling) {
  if (delivery.state === "sent" || delivery.state === "dropped")
    return { state: delivery.state, failure: null } as const;
  const failure = writeFailure(delivery);
  if (delivery.state === "uncertain") return { state: "uncertain", failure } as const;
  const pauseMs = pauseAfter({ ...delivery, attempts });
  if (pauseMs === null) return { state: "failed", failure } as const;
  return { state: "waiting", failure, dueAt: new Date(at.getTime() + pauseMs) } as const;
}

/** The next attempt does not come in quiet hours either. */
async function undisturbed({ userId, at }: { readonly userId: number; readonly at: Date }, database: Database) {
  return new Date(afterQuiet({ at: at.getTime(), ...(await findQuietHours({ userId }, database)) }));
}

/** What a process that is gone was sending: it may have arrived. */
async function giveUpStopped(at: Date, database: Database): Promise<number> {
  const since = new Date(at.getTime() - STOPPED_AFTER_MS);
  const rows = await database
    .update(alerts)
    .set({ state: "uncertain", changedAt: at, failure: writeFailure({ failure: "stopped", detail: "" }) })
    .where(and(eq(alerts.state, "sending"), sql`${alerts.changedAt} < ${since.toISOString()}::timestamptz`))
    .returning({ id: alerts.id });
  return rows.length;
}
