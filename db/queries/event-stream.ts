import type { BulkClient } from "#db/bulk.ts";
import { BinaryRow, readBinaryRows } from "#db/copy-binary-reader.ts";
import { type IdRange, isSampled, type LeadSample } from "#db/lead-slice.ts";
import { NO_RULES } from "#lib/model/rule-sets.ts";
import type { Occurrence } from "#lib/scoring/tally.ts";
import type { EventKind } from "./event-kinds.ts";
import type { EventReading } from "./event-reading.ts";

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
function selectEvents({ range, sample, blocks, reading }: EventQuery) {
  const { typeIds, conditions, unwantedSets, onlyAssets, layout } = reading;
  const columns = [...layout.columns];
  const at = columns.push("occurred_at") - 1;
  const place = conditions === null ? null : columns.push(conditions) - 1;
  const bounds = [
    blocks?.from == null ? "" : `and ctid >= '(${blocks.from},0)'`,
    blocks?.to == null ? "" : `and ctid < '(${blocks.to},0)'`,
    range === null ? "" : `and lead_id between ${range.from} and ${range.to}`,
    sample ? `and ${isSampled("lead_id", sample)}` : "",
    unwantedSets.length === 0
      ? ""
      : `and (property_set_id is null or property_set_id <> all ('{${unwantedSets.join(",")}}'))`,
    ...onlyAssets.map(
      ({ typeId, assetIds }) => `and (type_id <> ${typeId} or asset_id = any ('{${assetIds.join(",")}}'))`,
    ),
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
  const { kinds, days, layout } = reading;
  if (reading.typeIds.length === 0) return;
  const { select, fields, at, conditions } = selectEvents({ range, sample, blocks, reading });
  const statement = `copy (${select}) to stdout (format binary)`;
  const row = new BinaryRow(fields);
  const event: Occurrence = { rank: 0, at: 0, day: 0, asset: 0 };
  await readBinaryRows(client, { statement, row, signal }, () => {
    const stored = kinds[layout.typeOf(row)];
    if (stored === undefined) return;
    const kind = stored.byAsset === null ? stored : (stored.byAsset.get(layout.assetOf(row)) ?? stored);
    const rules = rulesOf(kind);
    if (rules === NO_RULES) return;
    const asset = layout.assetOf(row);
    event.at = row.instant(at);
    event.day = days.dayOf(event.at);
    event.rank = event.day;
    event.asset = asset === 0 ? kind.withoutAsset : assetNumber(asset);
    onEvent(layout.leadOf(row), rules, event);
  });

  function rulesOf({ rules, rulesOfBytes, rulesOfSet }: EventKind): number {
    if (rulesOfBytes === null) return rules;
    const set = layout.setOf(row);
    if (set !== 0) return rulesOfSet[set] ?? NO_RULES;
    if (conditions === null || row.isNull(conditions)) return rules;
    return rulesOfBytes.get(row.bytes, row.start(conditions), row.end(conditions));
  }
}

function assetNumber(id: number): number {
  if (id > LARGEST_INT) throw new RangeError(`Asset ${id} lies beyond the numbers that the engine takes.`);
  return id;
}
