import type { Layout } from "#lib/csv/detect.ts";
import type { FieldCatalogue } from "#lib/scoring/facts.ts";
import { Claims } from "./claims.ts";
import type { ImportKind } from "./constants.ts";
import { guessDates, guessDecimal, guessMissing, guessType } from "./guess-values.ts";
import {
  COST_HEADERS,
  EVENT_HEADERS,
  findPreset,
  foldHeader,
  LEAD_HEADERS,
  OUTCOME_HEADERS,
  type Preset,
  type Target,
} from "./known-headers.ts";
import type { DateOrder, MappedColumn, Mapping } from "./mapping.ts";
import { ownTarget } from "./own-columns.ts";
import { countReasonColumns } from "./rejected-rows.ts";

type Guess = { readonly mapping: Mapping; readonly preset: Preset | null };
type Guessing = {
  readonly kind: ImportKind;
  readonly layout: Pick<Layout, "columns" | "sample">;
  /** The organisation's fields: a column named like one of its own fills that. */
  readonly fieldTypes: FieldCatalogue;
};

const HEADERS = { leads: LEAD_HEADERS, events: EVENT_HEADERS, outcomes: OUTCOME_HEADERS, costs: COST_HEADERS } as const;
/** HubSpot has one for each kind of message: `Opted out of email: Newsletter`. */
const OPTED_OUT = /^(has )?opted out of e ?mail\b/;
const NOT_BY_EMAIL: Target = { to: "permission", permission: "may_email", inverted: true };
const IGNORED: Target = { to: "ignore" };
const MOMENTS = ["created_at", "event_time", "outcome_time", "cost_month"];

/** A mapping to start from, of a file's headers and first rows. */
export function guessMapping({ kind, layout, fieldTypes }: Guessing): Guess {
  const { columns, sample } = layout;
  const preset = findPreset(columns);
  const isOurs = kind === "leads" && preset === "voorrang";
  // What a file of ours leaves empty is empty in it, and its numbers are those of a program.
  const missing = isOurs ? [] : guessMissing(sample);
  const decimal = isOurs ? "point" : guessDecimal(sample);
  const cellsOf = columns.map((_, at) =>
    sample.map((row) => row[at] ?? "").filter((cell) => !missing.includes(cell.trim())),
  );
  const claims = new Claims();
  const stated = statedTargets();
  const mapped = columns.map((column, at): MappedColumn => {
    const cells = cellsOf[at] ?? [];
    const ours = stated[at];
    if (ours) return { ...ours, column, ...(isDated(ours) && { dates: "year_first" }) };
    const target = claims.claim(knownTarget(column)) ?? claims.claim(byContent(cells)) ?? ownField(column, cells);
    const dates = isDated(target) ? guessDates(cells) : null;
    return { ...target, column, ...(dates && { dates }) };
  });
  const orders = mapped.flatMap(({ dates }) => dates ?? []);
  const usual = commonest(orders) ?? "year_first";
  const entries = mapped.map(
    ({ dates, ...entry }): MappedColumn => (dates && dates !== usual ? { ...entry, dates } : entry),
  );
  const base = { kind, source: preset ?? "file", dialect: {}, missing, decimal, dates: usual, columns: entries };
  return { mapping: { ...base, unknownLeads: "reject" }, preset };

  /** What files of ours say of their columns, null for others; nothing else may fill the same. */
  function statedTargets(): (Target | null)[] {
    const reasonsFrom = columns.length - countReasonColumns(columns);
    return columns.map((column, at) => {
      const target = at >= reasonsFrom ? IGNORED : isOurs ? ownTarget(column, fieldTypes) : null;
      if (target?.to === "custom") claims.reserveKey(target.key);
      else claims.claim(target);
      return target;
    });
  }

  function knownTarget(column: string): Target | null {
    const folded = foldHeader(column);
    const known = HEADERS[kind].get(folded) ?? null;
    return known ?? (kind === "leads" && OPTED_OUT.test(folded) ? NOT_BY_EMAIL : null);
  }

  /** Files without a header still show what an address is. */
  function byContent(cells: readonly string[]): Target | null {
    const filled = cells.filter((cell) => cell.trim() !== "");
    const areAddresses = filled.length > 0 && filled.every((cell) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(cell.trim()));
    return areAddresses && kind !== "costs" && !claims.has("email") ? { to: "email" } : null;
  }

  function ownField(column: string, cells: readonly string[]): Target {
    if (kind === "outcomes" || kind === "costs") return { to: "ignore" };
    const key = claims.freeKey(column);
    const type = fieldTypes[key] ?? guessType(cells, decimal);
    return kind === "events" ? { to: "property", key, type } : { to: "custom", key, type };
  }
}

function isDated(target: Target): boolean {
  return (
    MOMENTS.includes(target.to) || ((target.to === "custom" || target.to === "property") && target.type === "date")
  );
}

function commonest(orders: readonly DateOrder[]): DateOrder | null {
  const counts = Map.groupBy(orders, (order) => order);
  const [first] = [...counts].sort(([, a], [, b]) => b.length - a.length);
  return first?.[0] ?? null;
}
