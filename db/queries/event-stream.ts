import { inArray } from "drizzle-orm";
import type { BulkClient } from "#db/bulk.ts";
import { ByteDictionary } from "#db/byte-dictionary.ts";
import type { Executor } from "#db/client.ts";
import { BinaryRow, readBinaryRows } from "#db/copy-binary-reader.ts";
import type { IdRange } from "#db/lead-slice.ts";
import { assets, eventTypes } from "#db/schema/index.ts";
import { eventNeeds } from "#lib/model/event-needs.ts";
import type { RulesByModel } from "#lib/model/many-leads.ts";
import type { Scorer } from "#lib/model/scorer.ts";
import type { Occurrence } from "#lib/scoring/tally.ts";
import { localDay } from "#lib/time/local-day.ts";

/** How a pass reads events: only the types and columns that its models ask for, each type with its rules. */
export type EventReading = {
  readonly types: ReadonlyMap<number, EventKind>;
  readonly hasAssets: boolean;
  readonly timeZone: string;
};

/** A type of events: what counts it, and what to take for the asset of an event that names none. */
export type EventKind = {
  readonly withoutAsset: number;
  /** For events without properties, or whichever they are when no condition asks for them. */
  readonly rules: RulesByModel;
  /** By the bytes of the properties' `jsonb`; null when no condition asks for them. */
  readonly rulesByProperties: ByteDictionary<RulesByModel> | null;
};

export async function openEventReading(scorer: Scorer, timeZone: string, executor: Executor): Promise<EventReading> {
  const { models } = scorer;
  const needs = eventNeeds(models.map(({ definition }) => definition));
  const known = await executor.select({ id: eventTypes.id, key: eventTypes.key }).from(eventTypes);
  const wanted = known.filter(({ key }) => needs.types === null || needs.types.includes(key));
  const namedAlike = needs.assets
    ? await readAssetIds(
        wanted.map(({ key }) => key),
        executor,
      )
    : new Map();
  const types = wanted.map(({ id, key }) => {
    const rules = models.map((model) => model.rulesOf(key));
    const kind: EventKind = { withoutAsset: namedAlike.get(key) ?? -id, ...splitByProperties(rules) };
    return [id, kind] as const;
  });
  return { types: new Map(types), hasAssets: needs.assets, timeZone };
}

/** An event without an asset is about its type: the same as one about an asset of that name. */
async function readAssetIds(names: readonly string[], executor: Executor): Promise<Map<string, number>> {
  if (names.length === 0) return new Map();
  const rows = await executor
    .select()
    .from(assets)
    .where(inArray(assets.name, [...names]));
  return new Map(rows.map(({ id, name }) => [name, id] as const));
}

function splitByProperties(rules: RulesByModel): Pick<EventKind, "rules" | "rulesByProperties"> {
  const matching = (properties: EventProperties): RulesByModel =>
    rules.map((ofModel) => ofModel.filter(({ where }) => where === null || where(properties)));
  if (rules.every((ofModel) => ofModel.every(({ where }) => where === null))) return { rules, rulesByProperties: null };
  return {
    rules: matching(null),
    // The text of a `jsonb` follows its version byte.
    rulesByProperties: new ByteDictionary((bytes, from, to) =>
      matching(JSON.parse(bytes.toString("utf8", from + 1, to))),
    ),
  };
}

type EventProperties = Parameters<NonNullable<RulesByModel[number][number]["where"]>>[0];

/** An event of a lead with the rules it matches. The occurrence is one object, valid until the next. */
export type OnEvent = (leadId: number, rules: RulesByModel, event: Occurrence) => void;

const FIELDS = { lead: 0, type: 1, at: 2 } as const;
const LARGEST_INT = 2 ** 31 - 1;

/** Tells the events of leads in a range that any criterion may count, in no order. */
export async function streamEvents(
  {
    range,
    reading,
    signal,
  }: { readonly range: IdRange; readonly reading: EventReading; readonly signal?: AbortSignal | undefined },
  client: BulkClient,
  onEvent: OnEvent,
): Promise<void> {
  const { types, timeZone } = reading;
  if (types.size === 0) return;
  const withProperties = [...types].filter(([, kind]) => kind.rulesByProperties !== null).map(([id]) => id);
  const columns = ["lead_id", "type_id", "occurred_at"];
  const asset = reading.hasAssets ? columns.push("asset_id") - 1 : null;
  const properties =
    withProperties.length === 0
      ? null
      : columns.push(`case when type_id in (${withProperties.join(",")}) then properties end`) - 1;
  const statement = `copy (select ${columns.join(", ")} from events
    where lead_id between ${range.from} and ${range.to} and type_id in (${[...types.keys()].join(",")})) to stdout (format binary)`;
  const row = new BinaryRow(columns.length);
  const event: Occurrence = { rank: 0, at: 0, day: 0, asset: 0 };
  await readBinaryRows(client, { statement, row, signal }, () => {
    const kind = types.get(row.int4(FIELDS.type));
    if (kind === undefined) return;
    event.at = row.instant(FIELDS.at);
    event.day = localDay(event.at, timeZone);
    event.rank = event.day;
    event.asset = asset === null || row.isNull(asset) ? kind.withoutAsset : assetNumber(row.int8(asset));
    const { rulesByProperties } = kind;
    const rules =
      rulesByProperties === null || properties === null || row.isNull(properties)
        ? kind.rules
        : rulesByProperties.get(row.bytes, row.start(properties), row.end(properties));
    onEvent(row.int8(FIELDS.lead), rules, event);
  });
}

function assetNumber(id: number): number {
  if (id > LARGEST_INT) throw new RangeError(`Asset ${id} lies beyond the numbers that the engine takes.`);
  return id;
}
