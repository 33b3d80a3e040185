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

/** Fewer values than one statement may have, at twelve a row. */
const ROWS_AT_ONCE = 2000;

/**
 * Tells people something, in the transaction in which it becomes true: a row for each person and channel, in
 * the app at once, elsewhere by the worker. One that was raised before changes nothing.
 */
export async function raiseAlert(alert: NewAlert, executor: Executor = db): Promise<void> {
  return raiseAlerts([alert], executor);
}

/** The same of several things, in as many statements as of one. */
export async function raiseAlerts(raised: readonly NewAlert[], executor: Executor = db): Promise<void> {
  return tell(raised, store, executor);
}

/** The same of work that goes on: what it said so far, and has not gone out, is brought up to date. */
export async function renewAlerts(raised: readonly NewAlert[], executor: Executor = db): Promise<void> {
  return tell(raised, renew, executor);
}

type Row = typeof alerts.$inferInsert;
/** Gives whom it told something new. */
type Store = (rows: Row[], executor: Executor) => Promise<number[]>;

async function tell(raised: readonly NewAlert[], put: Store, executor: Executor): Promise<void> {
  const readers = await findReaders([...new Set(raised.flatMap(({ userIds }) => userIds))], executor);
  const rows = raised.flatMap((alert) =>
    readers.filter(({ userId }) => alert.userIds.includes(userId)).flatMap((reader) => rowsFor(alert, reader)),
  );
  const told = new Set<number>();
  for (let first = 0; first < rows.length; first += ROWS_AT_ONCE)
    for (const userId of await put(rows.slice(first, first + ROWS_AT_ONCE), executor)) told.add(userId);
  if (told.size > 0) await notify({ alerted: [...told] }, executor);
}

async function renew(rows: Row[], executor: Executor): Promise<number[]> {
  const { userId, kind, subject, channel, state } = alerts;
  const stored = await executor
    .insert(alerts)
    .values(rows)
    .onConflictDoUpdate({
      target: [userId, kind, subject, channel],
      set: { facts: sql`excluded.facts`, changedAt: sql`excluded.changed_at` },
      setWhere: sql`${channel} = 'app' or ${state} = 'waiting'`,
    })
    .returning({ userId });
  return stored.map((row) => row.userId);
}

async function store(rows: Row[], executor: Executor): Promise<number[]> {
  const stored = await executor.insert(alerts).values(rows).onConflictDoNothing().returning({ userId: alerts.userId });
  return stored.map(({ userId }) => userId);
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
