import { and, eq, or } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { alerts } from "#db/schema/index.ts";
import type { AlertKind } from "#lib/alerts/kinds.ts";
import { notify } from "./notify.ts";

export type DropAlert = {
  readonly userId: number;
  readonly kind: AlertKind;
  readonly subject: string;
  readonly at: Date;
};

/** Takes back what a person was told: it leaves the bell, and what has not gone out yet does not. */
export async function dropAlert({ userId, kind, subject, at }: DropAlert, executor: Executor): Promise<void> {
  const dropped = await executor
    .update(alerts)
    .set({ state: "dropped", changedAt: at })
    .where(
      and(
        eq(alerts.userId, userId),
        eq(alerts.kind, kind),
        eq(alerts.subject, subject),
        or(eq(alerts.channel, "app"), eq(alerts.state, "waiting")),
      ),
    )
    .returning({ id: alerts.id });
  if (dropped.length > 0) await notify({ alerted: [userId] }, executor);
}
