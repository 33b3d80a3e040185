import { type Binding, bindCell, type Cell, findColumn, readerAt } from "./cells.ts";
import { toKey } from "./key.ts";
import type { EventRule } from "./mapping.ts";
import { readNumber } from "./read-value.ts";
import type { RowProblem } from "./reasons.ts";

/** More events than this in one row are a mistake of the mapping. */
const MOST_EVENTS_A_ROW = 1000;

/** A rule of the mapping, bound to the columns of a file. */
export type Rule = {
  readonly type: (cells: readonly string[]) => string | null;
  readonly time: Cell;
  readonly applies: (cells: readonly string[]) => boolean;
  readonly times: Cell | null;
  readonly properties: readonly string[] | null;
};

/** How many events a rule makes of a row: one, or as many as its column says. */
export function countOf(times: Cell | null, cells: readonly string[]): number | RowProblem {
  if (!times) return 1;
  const text = times.read(cells);
  const count = text === null ? 0 : readNumber(text, times.reading.decimal);
  const at = { column: times.column, value: text };
  if (count === null || count < 0 || !Number.isInteger(count)) return { reason: "number_invalid", ...at };
  return count > MOST_EVENTS_A_ROW ? { reason: "count_too_large", ...at } : count;
}

/** The rules of a mapping on a file; without any, each row is one event of the type that it names. */
export function bindRules(binding: Binding, time: Cell | null, typeCell: Cell | null): Rule[] {
  const { mapping } = binding;
  if (!mapping.events)
    return time && typeCell
      ? [{ type: typeReader(binding, typeCell), time, applies: () => true, times: null, properties: null }]
      : [];
  return mapping.events.flatMap((rule) => {
    const ownTime = rule.time === undefined ? time : bindCell({ to: "event_time", column: rule.time }, binding);
    if (!ownTime) return [];
    return [
      {
        type: () => rule.type,
        time: ownTime,
        applies: condition(rule.when, binding),
        times: rule.times === undefined ? null : bindCell({ to: "ignore", column: rule.times }, binding),
        properties: rule.properties ?? null,
      },
    ];
  });
}

function typeReader({ mapping }: Binding, cell: Cell): Rule["type"] {
  const entry = mapping.columns.find(({ to }) => to === "event_type");
  const names = new Map(
    Object.entries(entry?.to === "event_type" ? entry.names : {}).map(([word, key]) => [
      word.trim().toLowerCase(),
      key,
    ]),
  );
  return (cells) => {
    const word = cell.read(cells);
    return word === null ? null : (names.get(word.trim().toLowerCase()) ?? toKey(word));
  };
}

function condition(when: EventRule["when"], { mapping, columns }: Binding): Rule["applies"] {
  if (!when) return () => true;
  const read = readerAt(findColumn(columns, when.column), mapping.missing);
  if ("is" in when) {
    const words = new Set(when.is.map((word) => word.trim().toLowerCase()));
    return (cells) => words.has(read(cells)?.trim().toLowerCase() ?? "");
  }
  const number = (cells: readonly string[]) => {
    const text = read(cells);
    return text === null ? null : readNumber(text, mapping.decimal);
  };
  if ("above" in when) return (cells) => (number(cells) ?? Number.NEGATIVE_INFINITY) > when.above;
  return (cells) => (number(cells) ?? Number.POSITIVE_INFINITY) <= when.atMost;
}
