import { and, desc, eq, gte, inArray, isNotNull, or } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { alerts, users } from "#db/schema/index.ts";
import { readFailure } from "#lib/alerts/told-failure.ts";
import type { UndeliveredAlert } from "#lib/alerts/undelivered.ts";

const MOST = 200;

/** What did not arrive, may not have, or has failed and is tried again: newest first. Without names of leads. */
export async function listUndelivered(
  { since }: { readonly since: Date },
  executor: Executor = db,
): Promise<UndeliveredAlert[]> {
  const rows = await executor
    .select({
      userId: alerts.userId,
      alertId: alerts.id,
      name: users.name,
      kind: alerts.kind,
      channel: alerts.channel,
      state: alerts.state,
      attempts: alerts.attempts,
      raisedAt: alerts.raisedAt,
      dueAt: alerts.dueAt,
      failure: alerts.failure,
    })
    .from(alerts)
    .innerJoin(users, eq(users.id, alerts.userId))
    .where(
      and(
        gte(alerts.changedAt, since),
        inArray(alerts.channel, ["email", "webhook"]),
        or(inArray(alerts.state, ["failed", "uncertain"]), and(eq(alerts.state, "waiting"), isNotNull(alerts.failure))),
      ),
    )
    .orderBy(desc(alerts.changedAt), desc(alerts.id))
    .limit(MOST);
  return rows.flatMap(({ failure, channel, ...row }) =>
    channel === "app" ? [] : { ...row, channel, told: readFailure(failure) },
  );
}
