import { and, eq, inArray, lte, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { alerts } from "#db/schema/index.ts";

type SeeAlerts = {
  readonly userId: number;
  /** The newest that the person saw, by id in the app; all before it count as seen too. */
  readonly upToId: number;
  readonly at: Date;
};

/** Marks what a person saw in the app. What still waits to go elsewhere about the same need not go any more. */
export async function seeAlerts({ userId, upToId, at }: SeeAlerts, executor: Executor = db): Promise<void> {
  await executor.transaction(async (tx) => {
    const seen = await tx
      .update(alerts)
      .set({ state: "seen", changedAt: at })
      .where(
        and(eq(alerts.userId, userId), eq(alerts.channel, "app"), eq(alerts.state, "sent"), lte(alerts.id, upToId)),
      )
      .returning({ kind: alerts.kind, subject: alerts.subject });
    if (seen.length === 0) return;
    const causes = seen.map(({ kind, subject }) => `${kind} ${subject}`);
    await tx
      .update(alerts)
      .set({ state: "seen", changedAt: at })
      .where(
        and(
          eq(alerts.userId, userId),
          eq(alerts.state, "waiting"),
          inArray(sql`${alerts.kind} || ' ' || ${alerts.subject}`, causes),
        ),
      );
  });
}
