import { settleClaimedTime } from "#lib/events/claimed-time.ts";
import { eventIdAtSource, eventIdOfContent } from "#lib/events/identity.ts";
import type { FieldValue } from "#lib/scoring/facts.ts";
import { type ArrivedBinding, bindCell, type Cell, readTyped } from "./cells.ts";
import { bindRules, countOf, type Rule } from "./event-rules.ts";
import { IdentityReader } from "./identity-cells.ts";
import type { MappedColumn, TargetName } from "./mapping.ts";
import { instantOf, readMoment } from "./read-moment.ts";
import { INVALID_REASON } from "./read-value.ts";
import type { RowProblem } from "./reasons.ts";
import type { EventRow, EventsRow, Values } from "./row.ts";
import { bindSteps, type Step } from "./steps.ts";

const MOST_ASSET_CHARACTERS = 500;

type Properties = Record<string, FieldValue>;

/** Reads rows of an events file; times are judged against the arrival (epoch milliseconds). */
export class EventRows {
  readonly #identities: IdentityReader;
  readonly #steps: readonly Step<Properties>[];
  readonly #rules: readonly Rule[];
  readonly #asset: Cell | null;
  readonly #id: Cell | null;
  readonly #typeCell: Cell | null;
  readonly #source: string;
  readonly #arrived: number;

  constructor(binding: ArrivedBinding) {
    const { mapping } = binding;
    const bind = (target: TargetName) => {
      const entry = mapping.columns.find(({ to }) => to === target);
      return entry ? bindCell(entry, binding) : null;
    };
    this.#identities = new IdentityReader(binding);
    this.#steps = bindSteps(binding, propertyStep);
    this.#asset = bind("event_asset");
    this.#id = bind("event_id");
    this.#typeCell = bind("event_type");
    this.#source = mapping.source;
    this.#arrived = binding.arrived;
    this.#rules = bindRules(binding, bind("event_time"), this.#typeCell);
  }

  /** The row with its events (maybe none), or what keeps it from being taken. */
  read(cells: readonly string[]): EventsRow | RowProblem {
    const named = this.#identities.read(cells);
    if ("reason" in named) return named;
    if (named.identities.length === 0) return { reason: "no_lead", column: null, value: null };
    const properties: Properties = {};
    for (const { cell, take } of this.#steps) {
      const text = cell.read(cells);
      const reason = text === null ? null : take(text, properties);
      if (reason) return { reason, column: cell.column, value: text };
    }
    const asset = this.#asset?.read(cells) || null;
    if (asset && asset.length > MOST_ASSET_CHARACTERS)
      return { reason: "text_too_long", column: this.#asset?.column ?? null, value: asset };
    const events: EventRow[] = [];
    for (const rule of this.#rules) {
      if (!rule.applies(cells)) continue;
      const found = this.#readEvent(cells, rule, { asset, properties });
      if ("reason" in found) return found;
      const count = countOf(rule.times, cells);
      if (typeof count !== "number") return count;
      for (let copy = 0; copy < count; copy++) events.push(found);
    }
    return { identities: named.identities, events };
  }

  #readEvent(
    cells: readonly string[],
    rule: Rule,
    said: { asset: string | null; properties: Properties },
  ): EventRow | RowProblem {
    const type = rule.type(cells);
    if (type === null) return { reason: "event_type_missing", column: this.#typeCell?.column ?? null, value: null };
    const time = rule.time.read(cells)?.trim() || null;
    if (time === null) return { reason: "time_missing", column: rule.time.column, value: null };
    const moment = readMoment(time, rule.time.reading.dates);
    if (!moment) return { reason: "date_invalid", column: rule.time.column, value: time };
    const settled = settleClaimedTime({ claimed: instantOf(moment, rule.time.reading), arrived: this.#arrived });
    if (!settled.ok) return { reason: settled.reason, column: rule.time.column, value: time };
    const properties = carried(said.properties, rule.properties);
    const ownId = this.#id?.read(cells)?.trim() || null;
    const id =
      ownId === null
        ? eventIdOfContent({ type, time, asset: said.asset, properties })
        : eventIdAtSource({ source: this.#source, id: this.#rules.length > 1 ? `${ownId}#${type}` : ownId });
    const { occurredAt, claimedAt } = settled;
    return {
      type,
      time,
      occurredAt,
      claimedAt,
      asset: said.asset,
      properties,
      id,
      isCounted: ownId === null || rule.times !== null,
    };
  }
}

function propertyStep(entry: MappedColumn, cell: Cell): Step<Properties>["take"] | null {
  if (entry.to !== "property") return null;
  return (text, properties) => {
    const value = readTyped(text, entry.type, cell);
    if (value === undefined) return null;
    if (value === null) return INVALID_REASON[entry.type];
    properties[entry.key] = value;
    return null;
  };
}

function carried(all: Properties, keys: readonly string[] | null): Values | null {
  const entries = Object.entries(all).filter(([key]) => keys === null || keys.includes(key));
  return entries.length > 0 ? Object.fromEntries(entries) : null;
}
