import type { Layout } from "#lib/csv/detect.ts";
import { CostRows } from "#lib/import/cost-rows.ts";
import { EventRows } from "#lib/import/event-rows.ts";
import { LeadRows } from "#lib/import/lead-rows.ts";
import type { Mapping } from "#lib/import/mapping.ts";
import { OutcomeRows } from "#lib/import/outcome-rows.ts";
import type { EventsRow, LeadRow, OutcomesRow } from "#lib/import/row.ts";
import type { LeadCost } from "#lib/performance/costs.ts";
import { CostBatches } from "./cost-batches.ts";
import { EventBatches } from "./event-batches.ts";
import { LeadBatches, type LeadPlan } from "./lead-batches.ts";
import { OutcomeBatches } from "./outcome-batches.ts";
import type { RowKind } from "./row-kind.ts";
import type { ImportSession } from "./session.ts";

/** Measured: smaller batches wait more for the database, larger ones only need more memory. */
export const LEADS_AT_ONCE = 3000;
const EVENT_ROWS_AT_ONCE = 5000;
/** As many as may be locked in one transaction. */
const OUTCOMES_AT_ONCE = 1000;
const COSTS_AT_ONCE = 5000;

type Opening = {
  readonly mapping: Mapping;
  readonly layout: Layout;
  readonly session: ImportSession;
  /** ISO 4217. */
  readonly currency: string;
};

function bindingOf({ mapping, layout, session, currency }: Opening) {
  return { mapping, columns: layout.columns, zones: session.zones, currency, arrived: session.arrived.getTime() };
}

/** `owners`: users by e-mail address in lower case. */
export function leadKind(opening: Opening, owners: ReadonlyMap<string, number>): RowKind<LeadRow, LeadPlan> {
  const rows = new LeadRows(bindingOf(opening));
  const batches = new LeadBatches(opening.session, owners);
  return {
    read: (cells) => rows.read(cells),
    otherWord: (cells) => rows.otherWord(cells),
    plan: (batch) => batches.plan(batch),
    write: (plan) => batches.write(plan),
    reset: () => batches.reset(),
    valuesOf: ({ values, account }) => ({ ...values, ...account?.values }),
    mayBeUnknown: false,
    mostRows: LEADS_AT_ONCE,
  };
}

export function eventKind(opening: Opening): RowKind<EventsRow, readonly EventsRow[]> {
  const { session, mapping } = opening;
  const rows = new EventRows(bindingOf(opening));
  const batches = new EventBatches(session, { mayCreate: mapping.unknownLeads === "create" });
  return {
    read: (cells) => rows.read(cells),
    plan: async (batch) => batch,
    write: (batch) => batches.write(batch),
    reset: () => {},
    valuesOf: ({ identities, events: [event] }) => ({
      ...(identities[0] && { lead: identities[0].value }),
      ...(event && { type: event.type, time: event.time }),
      ...(event?.asset && { asset: event.asset }),
      ...event?.properties,
    }),
    mayBeUnknown: true,
    mostRows: EVENT_ROWS_AT_ONCE,
  };
}

export function outcomeKind(opening: Opening): RowKind<OutcomesRow, readonly OutcomesRow[]> {
  const rows = new OutcomeRows(bindingOf(opening));
  const batches = new OutcomeBatches(opening.session, { mayCreate: opening.mapping.unknownLeads === "create" });
  return {
    read: (cells) => rows.read(cells),
    otherWord: (cells) => rows.otherWord(cells),
    plan: async (batch) => batch,
    write: (batch) => batches.write(batch),
    reset: () => {},
    valuesOf: ({ identities, outcome }) => ({
      ...(identities[0] && { lead: identities[0].value }),
      result: outcome.result,
      ...(outcome.at !== null && { time: new Date(outcome.at).toISOString() }),
      ...(outcome.valueMinor !== null && { value_minor: outcome.valueMinor }),
      ...(outcome.currency !== null && { currency: outcome.currency }),
    }),
    mayBeUnknown: true,
    mostRows: OUTCOMES_AT_ONCE,
  };
}

export function costKind(opening: Opening): RowKind<LeadCost, readonly LeadCost[]> {
  const rows = new CostRows(bindingOf(opening));
  const batches = new CostBatches(opening.session);
  return {
    read: (cells) => rows.read(cells),
    plan: async (batch) => batch,
    write: (batch) => batches.write(batch),
    reset: () => {},
    valuesOf: ({ month, source, minor, currency }) => ({
      month,
      ...(source !== null && { source }),
      value_minor: minor,
      currency,
    }),
    mayBeUnknown: false,
    mostRows: COSTS_AT_ONCE,
  };
}
