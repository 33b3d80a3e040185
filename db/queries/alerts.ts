import { and, desc, eq, inArray, ne, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { accounts, alerts, eventTypes, leads, users } from "#db/schema/index.ts";
import type { Viewer } from "#lib/access/roles.ts";
import { type AlertCause, readCause } from "#lib/alerts/kinds.ts";
import type { AlertInbox, AlertView } from "#lib/alerts/view.ts";
import { leadName } from "#lib/leads/lead-name.ts";
import type { Label } from "#lib/scoring/definition.ts";
import { visibleLeads } from "./visible-leads.ts";

const SHOWN = 30;

/** What a person was told in the app, newest first, in the words of what they may see by now. */
export async function readInbox(
  { viewer, at }: { readonly viewer: Viewer; readonly at: Date },
  executor: Executor = db,
): Promise<AlertInbox> {
  const isOwn = and(eq(alerts.userId, viewer.userId), eq(alerts.channel, "app"), ne(alerts.state, "dropped"));
  const [rows, [counted]] = await Promise.all([
    selectAlerts(viewer, executor).where(isOwn).orderBy(desc(alerts.raisedAt), desc(alerts.id)).limit(SHOWN),
    executor
      .select({ unseen: sql<number>`count(*)::int` })
      .from(alerts)
      .where(and(isOwn, eq(alerts.state, "sent"))),
  ]);
  return { alerts: await viewsOf(rows, executor), unseen: counted?.unseen ?? 0, readAt: at.getTime() };
}

/** One alert as its reader may see it; null when it is gone. */
export async function readAlert(
  { viewer, alertId }: { readonly viewer: Viewer; readonly alertId: number },
  executor: Executor = db,
): Promise<AlertView | null> {
  const rows = await selectAlerts(viewer, executor).where(
    and(eq(alerts.userId, viewer.userId), eq(alerts.id, alertId)),
  );
  const [view] = await viewsOf(rows, executor);
  return view ?? null;
}

function selectAlerts(viewer: Viewer, executor: Executor) {
  return executor
    .select({
      id: alerts.id,
      kind: alerts.kind,
      facts: alerts.facts,
      state: alerts.state,
      raisedAt: alerts.raisedAt,
      dueAt: alerts.dueAt,
      isOfLead: sql<boolean>`${alerts.leadId} is not null`,
      leadId: leads.id,
      firstName: leads.firstName,
      lastName: leads.lastName,
      email: leads.email,
      company: accounts.name,
    })
    .from(alerts)
    .leftJoin(leads, and(eq(leads.id, alerts.leadId), visibleLeads(viewer)))
    .leftJoin(accounts, eq(accounts.id, leads.accountId));
}

type Row = Awaited<ReturnType<typeof selectAlerts>>[number];

async function viewsOf(rows: readonly Row[], executor: Executor): Promise<AlertView[]> {
  const causes = rows.map(readCause);
  const [people, events] = await Promise.all([
    namesOf(causes.flatMap(personIn), executor),
    eventLabels(causes.flatMap(eventIn), executor),
  ]);
  return rows.map((row, place) => {
    const cause = causes[place] ?? readCause(row);
    const { id, state, raisedAt, dueAt, isOfLead, leadId, company } = row;
    const named = personIn(cause).flatMap((userId) => {
      const name = people.get(userId);
      return name === undefined ? [] : [[userId, name] as const];
    });
    return {
      ...cause,
      ...{ id, raisedAt: raisedAt.getTime(), dueAt: dueAt.getTime(), isSeen: state === "seen", isOfLead },
      lead: leadId === null ? null : { id: leadId, name: leadName(row), company },
      people: Object.fromEntries(named),
      event: eventIn(cause).flatMap((key) => events.get(key) ?? [])[0] ?? null,
    };
  });
}

function personIn(cause: AlertCause): number[] {
  switch (cause.kind) {
    case "clock_breached":
    case "no_owner":
      return present(cause.facts.ownerId);
    case "given":
      return present(cause.facts.byId);
    case "unrouted":
      return present(cause.facts.toId);
    case "month":
      return cause.facts.advice.flatMap((each) => (each.kind === "slow_rep" ? each.repId : []));
    default:
      return [];
  }
}

function present(id: number | null): number[] {
  return id === null ? [] : [id];
}

function eventIn(cause: AlertCause): string[] {
  return cause.kind === "newcomer" && cause.facts.eventType !== null ? [cause.facts.eventType] : [];
}

async function namesOf(ids: readonly number[], executor: Executor): Promise<ReadonlyMap<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = await executor
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(inArray(users.id, [...ids]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

async function eventLabels(keys: readonly string[], executor: Executor): Promise<ReadonlyMap<string, Label>> {
  if (keys.length === 0) return new Map();
  const rows = await executor
    .select({ key: eventTypes.key, label: eventTypes.label })
    .from(eventTypes)
    .where(inArray(eventTypes.key, [...keys]));
  return new Map(rows.map(({ key, label }) => [key, label]));
}
