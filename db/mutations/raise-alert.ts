import { and, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { alertSettings, alerts, mailServer, organisation, users } from "#db/schema/index.ts";
import { channelsFor, choicesSchema } from "#lib/alerts/choices.ts";
import type { AlertCause } from "#lib/alerts/kinds.ts";
import { afterQuiet, type QuietHours } from "#lib/alerts/quiet.ts";
import { notify } from "./notify.ts";

export type NewAlert = AlertCause & {
  /** What it is about, among alerts of its kind: told once, however often it is raised. */
  readonly subject: string;
  /** Who is to be told, each as they set; who is disabled or has no role is not. */
  readonly userIds: readonly number[];
  /** null: it is about no lead, or about many. */
  readonly leadId: number | null;
  readonly at: Date;
};

/**
 * Tells people something, in the transaction in which it becomes true: a row for each person and channel, in
 * the app at once, elsewhere by the worker. One that was raised before changes nothing.
 */
export async function raiseAlert(alert: NewAlert, executor: Executor = db): Promise<void> {
  const readers = await findReaders(alert.userIds, executor);
  const rows = readers.flatMap((reader) => rowsFor(alert, reader));
  if (rows.length === 0) return;
  const raised = await executor.insert(alerts).values(rows).onConflictDoNothing().returning({ userId: alerts.userId });
  if (raised.length === 0) return;
  await notify({ alerted: [...new Set(raised.map(({ userId }) => userId))] }, executor);
}

type Reader = Awaited<ReturnType<typeof findReaders>>[number];

async function findReaders(userIds: readonly number[], executor: Executor) {
  if (userIds.length === 0) return [];
  return executor
    .select({
      userId: users.id,
      choices: alertSettings.choices,
      quietFrom: alertSettings.quietFrom,
      quietUntil: alertSettings.quietUntil,
      hasWebhook: sql<boolean>`${alertSettings.webhook} is not null`,
      hasMail: sql<boolean>`exists (select from ${mailServer})`,
      timeZone: organisation.timeZone,
    })
    .from(users)
    .innerJoin(organisation, sql`true`)
    .leftJoin(alertSettings, eq(alertSettings.userId, users.id))
    .where(and(inArray(users.id, [...userIds]), isNull(users.disabledAt), isNotNull(users.role)));
}

function rowsFor({ kind, facts, subject, leadId, at }: NewAlert, reader: Reader) {
  const { userId, timeZone, hasMail, hasWebhook } = reader;
  const choices = choicesSchema.parse(reader.choices ?? {});
  const channels = channelsFor(kind, { choices, byEmail: hasMail, byWebhook: hasWebhook });
  const dueAt = new Date(afterQuiet({ at: at.getTime(), quiet: quietOf(reader), timeZone }));
  return channels.map((channel) => ({
    ...{ userId, kind, subject, channel, leadId, facts, raisedAt: at, dueAt, changedAt: at },
    state: channel === "app" ? ("sent" as const) : ("waiting" as const),
  }));
}

function quietOf({ quietFrom, quietUntil }: Reader): QuietHours | null {
  return quietFrom === null || quietUntil === null ? null : { from: quietFrom, until: quietUntil };
}
