import { and, eq, exists, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import type { BulkClient } from "#db/bulk.ts";
import type { Executor } from "#db/client.ts";
import { BinaryRow, readBinaryRows } from "#db/copy-binary-reader.ts";
import { type IdRange, isSampled, type LeadSample } from "#db/lead-slice.ts";
import { assets, events, eventTypes } from "#db/schema/index.ts";
import { eventNeeds } from "#lib/model/event-needs.ts";
import { NO_RULES, RuleSets } from "#lib/model/rule-sets.ts";
import type { Scorer } from "#lib/model/scorer.ts";
import type { Occurrence } from "#lib/scoring/tally.ts";
import type { LocalDays } from "#lib/time/local-days.ts";
import { type ConditionalRules, conditionColumn, type RulesOfBytes, rulesByCondition } from "./event-conditions.ts";
import { type EventLayout, openEventLayout } from "./event-layout.ts";
import { type PropertySetRules, readPropertySets } from "./property-set-rules.ts";

/** How a pass reads events: only the types and columns that its models ask for, each type with its rules. */
export type EventReading = {
  /** By the id of the type; ids are small. */
  readonly kinds: readonly (EventKind | undefined)[];
  readonly typeIds: readonly number[];
  /** What conditions ask of properties that have no set, as SQL; null when there are none. */
  readonly conditions: string | null;
  readonly propertySets: PropertySetRules;
  readonly layout: EventLayout;
  readonly days: LocalDays;
  /** The rules behind the numbers that events are told with. */
  readonly sets: RuleSets;
};

/** A type of events: what counts it, and what to take for the asset of an event that names none. */
type EventKind = {
  readonly withoutAsset: number;
  /** Of an event that has nothing of what conditions ask for. */
  readonly rules: number;
  /** null when no condition asks for anything. */
  readonly rulesOfBytes: RulesOfBytes | null;
};

export async function openEventReading(scorer: Scorer, days: LocalDays, executor: Executor): Promise<EventReading> {
  const { models } = scorer;
  const needs = eventNeeds(models.map(({ definition }) => definition));
  const known = await executor.select({ id: eventTypes.id, key: eventTypes.key }).from(eventTypes);
  const wanted = known.filter(({ key }) => needs.types === null || needs.types.includes(key));
  const names = wanted.map(({ key }) => key);
  const namedAlike = needs.assets ? await readAssetIds(names, executor) : new Map<string, number>();
  const kinds: (EventKind | undefined)[] = [];
  const asked = new Map<number, ConditionalRules>();
  const sets = new RuleSets();
  for (const { id, key } of wanted) {
    const conditional = rulesByCondition(key, models, sets);
    const { rules, rulesOfBytes } = conditional;
    kinds[id] = { withoutAsset: namedAlike.get(key) ?? -id, rules, rulesOfBytes };
    if (conditional.properties.length > 0) asked.set(id, conditional);
  }
  const typeIds = wanted.map(({ id }) => id);
  const propertySets = await readPropertySets(asked, executor);
  const parts = { hasAssets: needs.assets, lastSet: asked.size === 0 ? null : propertySets.last };
  return {
    kinds,
    typeIds,
    conditions: conditionColumn(await findUnnamed(asked, executor)),
    propertySets,
    layout: await openEventLayout(parts, typeIds, executor),
    days,
    sets,
  };
}

/**
 * Those of the types of which events said something that has no set. What comes later is not among them: its lead is
 * scored again anyway.
 */
async function findUnnamed(
  asked: ReadonlyMap<number, ConditionalRules>,
  executor: Executor,
): Promise<Map<number, ConditionalRules>> {
  if (asked.size === 0) return new Map();
  const unnamed = executor
    .select({ one: sql`1` })
    .from(events)
    .where(and(eq(events.typeId, eventTypes.id), isNull(events.propertySetId), isNotNull(events.properties)));
  const types = await executor
    .select({ id: eventTypes.id })
    .from(eventTypes)
    .where(and(inArray(eventTypes.id, [...asked.keys()]), exists(unnamed)));
  const ids = new Set(types.map(({ id }) => id));
  return new Map([...asked].filter(([typeId]) => ids.has(typeId)));
}

/** An event without an asset is about its type: the same as one about an asset of that name. */
async function readAssetIds(names: readonly string[], executor: Executor): Promise<Map<string, number>> {
  if (names.length === 0) return new Map();
  const rows = await executor
    .select({ id: assets.id, name: assets.name })
    .from(assets)
    .where(inArray(assets.name, [...names]));
  return new Map(rows.map(({ id, name }) => [name, id] as const));
}

/** An event of a lead with the number of the rules it matches. The occurrence is one object, valid until the next. */
export type OnEvent = (leadId: number, rules: number, event: Occurrence) => void;

/** Blocks of the table from `from` up to `to`; null for no bound. */
export type BlockRange = { readonly from: number | null; readonly to: number | null };

export type EventQuery = {
  /** null: of all leads. */
  readonly range: IdRange | null;
  readonly sample?: LeadSample | null;
  /** Of the events of the leads those that lie in these blocks, so that two connections can share them. */
  readonly blocks?: BlockRange;
  readonly reading: EventReading;
  readonly signal?: AbortSignal | undefined;
};

const LARGEST_INT = 2 ** 31 - 1;

/** How many events `streamEvents` is likely to tell, by PostgreSQL's statistics; at least 1. */
export async function expectEvents(
  { range, sample, blocks, reading }: EventQuery,
  client: BulkClient,
): Promise<number> {
  if (reading.typeIds.length === 0) return 1;
  const { rows } = await client.query<{ "QUERY PLAN": readonly { readonly Plan: { readonly "Plan Rows": number } }[] }>(
    `explain (format json) ${selectEvents({ range, sample, blocks, reading }).select}`,
  );
  return Math.max(1, rows[0]?.["QUERY PLAN"][0]?.Plan["Plan Rows"] ?? 1);
}

/** The statement, and where in its rows the instant and what conditions ask for stand; null: nowhere. */
function selectEvents({ range, sample, blocks, reading: { typeIds, conditions, propertySets, layout } }: EventQuery) {
  const columns = [...layout.columns];
  const at = columns.push("occurred_at") - 1;
  const place = conditions === null ? null : columns.push(conditions) - 1;
  const bounds = [
    blocks?.from == null ? "" : `and ctid >= '(${blocks.from},0)'`,
    blocks?.to == null ? "" : `and ctid < '(${blocks.to},0)'`,
    range === null ? "" : `and lead_id between ${range.from} and ${range.to}`,
    sample ? `and ${isSampled("lead_id", sample)}` : "",
    propertySets.unwanted.length === 0
      ? ""
      : `and (property_set_id is null or property_set_id <> all ('{${propertySets.unwanted.join(",")}}'))`,
  ];
  const select = `select ${columns.join(", ")} from events where type_id in (${typeIds.join(",")}) ${bounds.join(" ")}`;
  return { select, fields: columns.length, at, conditions: place };
}

/** So many stretches of the table as it is now; the last is open, for what comes after. */
export async function cutEvents(client: BulkClient, count: number): Promise<BlockRange[]> {
  const { rows } = await client.query<{ blocks: number }>(`
    select (pg_relation_size('events') / current_setting('block_size')::int)::int as blocks`);
  const bound = (n: number) => (n === 0 || n === count ? null : Math.floor(((rows[0]?.blocks ?? 0) * n) / count));
  return Array.from({ length: count }, (_, n) => ({ from: bound(n), to: bound(n + 1) }));
}

/** Tells the events of leads in a range that any criterion counts, in no order. */
export async function streamEvents(
  { range, sample, blocks, reading, signal }: EventQuery,
  client: BulkClient,
  onEvent: OnEvent,
): Promise<void> {
  const { kinds, days, propertySets, layout } = reading;
  if (reading.typeIds.length === 0) return;
  const { select, fields, at, conditions } = selectEvents({ range, sample, blocks, reading });
  const statement = `copy (${select}) to stdout (format binary)`;
  const row = new BinaryRow(fields);
  const event: Occurrence = { rank: 0, at: 0, day: 0, asset: 0 };
  await readBinaryRows(client, { statement, row, signal }, () => {
    const kind = kinds[layout.typeOf(row)];
    if (kind === undefined) return;
    const rules = rulesOf(kind);
    if (rules === NO_RULES) return;
    const asset = layout.assetOf(row);
    event.at = row.instant(at);
    event.day = days.dayOf(event.at);
    event.rank = event.day;
    event.asset = asset === 0 ? kind.withoutAsset : assetNumber(asset);
    onEvent(layout.leadOf(row), rules, event);
  });

  function rulesOf({ rules, rulesOfBytes }: EventKind): number {
    if (rulesOfBytes === null) return rules;
    const set = layout.setOf(row);
    if (set !== 0) return propertySets.rules[set] ?? NO_RULES;
    if (conditions === null || row.isNull(conditions)) return rules;
    return rulesOfBytes.get(row.bytes, row.start(conditions), row.end(conditions));
  }
}

function assetNumber(id: number): number {
  if (id > LARGEST_INT) throw new RangeError(`Asset ${id} lies beyond the numbers that the engine takes.`);
  return id;
}
