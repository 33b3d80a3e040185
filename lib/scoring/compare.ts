import type {
  AxisBreakdown,
  CriterionLine,
  EventReference,
  LimitKind,
  LimitLine,
  ScoreBreakdown,
} from "./breakdown.ts";
import { AXES, type Label } from "./definition.ts";
import { referTo } from "./event-line.ts";
import type { AxisName } from "./facts.ts";

/** Centipoints before and after; 0 where there was no score or no such line. */
type Change = { readonly before: number; readonly after: number; readonly difference: number };

/** A line of one breakdown: a criterion, a limit, or an adjustment. */
type ComparedLine = {
  readonly axis: AxisName;
  readonly group: string | null;
  readonly criterion: string | null;
  readonly label: Label | null;
  readonly limit: LimitKind | null;
  readonly adjustment: { readonly id: string; readonly reason: string } | null;
};

/** A line that differs. */
export type LineChange = ComparedLine &
  Change & {
    /** Counted now and not before, newest first. */
    readonly newEvents: readonly EventReference[];
  };

export type Comparison = {
  readonly fit: Change;
  readonly engagement: Change;
  readonly combined: Change;
  readonly cell: { readonly before: string | null; readonly after: string | null };
  /** Largest difference first, ties in the order of the breakdown. On each axis the differences add up to the axis' own. */
  readonly lines: readonly LineChange[];
};

/** What differs between two scores of one lead, line by line; null stands for no score. */
export function compareBreakdowns(before: ScoreBreakdown | null, after: ScoreBreakdown | null): Comparison {
  return {
    fit: change(before?.fit, after?.fit),
    engagement: change(before?.engagement, after?.engagement),
    combined: change(before?.combined, after?.combined),
    cell: { before: before?.cell ?? null, after: after?.cell ?? null },
    lines: compareLines(before, after),
  };
}

type Entry = { readonly line: ComparedLine; readonly centipoints: number; readonly events: readonly EventReference[] };

function compareLines(before: ScoreBreakdown | null, after: ScoreBreakdown | null): LineChange[] {
  const old = entriesOf(before);
  const fresh = entriesOf(after);
  const keys = new Set([...fresh.keys(), ...old.keys()]);
  const lines = [...keys].flatMap((key) => {
    const line = fresh.get(key)?.line ?? old.get(key)?.line;
    const amounts = change(old.get(key)?.centipoints, fresh.get(key)?.centipoints);
    if (!line || amounts.difference === 0) return [];
    return [{ ...line, ...amounts, newEvents: newEvents(old.get(key), fresh.get(key)) }];
  });
  return lines.sort((one, other) => Math.abs(other.difference) - Math.abs(one.difference));
}

function change(before = 0, after = 0): Change {
  return { before, after, difference: after - before };
}

function newEvents(before: Entry | undefined, after: Entry | undefined): EventReference[] {
  const known = new Set(before?.events.map(({ id }) => id));
  return (after?.events ?? []).filter(({ id }) => !known.has(id));
}

/** All lines of a breakdown by a key that is the same in another one. */
function entriesOf(breakdown: ScoreBreakdown | null): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const axis of breakdown ? AXES : []) {
    const lines = breakdown ? linesOf(axis, breakdown.axes[axis]) : [];
    for (const entry of lines) {
      entries.set(keyOf(entry.line), entry);
    }
  }
  return entries;
}

/** A criterion stays itself when it moves to another group: its key is unique in a model. */
function keyOf({ axis, group, criterion, limit, adjustment }: ComparedLine): string {
  return JSON.stringify([axis, criterion === null ? group : null, criterion, limit, adjustment?.id ?? null]);
}

function linesOf(axis: AxisName, { groups, adjustments, limit }: AxisBreakdown): Entry[] {
  const ofAxis = { axis, group: null, criterion: null, label: null, limit: null, adjustment: null };
  return [
    ...groups.flatMap((group) => {
      const ofGroup = { ...ofAxis, group: group.key, label: group.label };
      return [
        ...group.criteria.flatMap((line) => criterionEntries(line, ofGroup)),
        ...limitEntries(group.limit, ofGroup),
      ];
    }),
    ...adjustments.map(({ id, reason, centipoints }) => ({
      line: { ...ofAxis, adjustment: { id, reason } },
      centipoints,
      events: [],
    })),
    ...limitEntries(limit, ofAxis),
  ];
}

function criterionEntries(line: CriterionLine, ofGroup: ComparedLine): Entry[] {
  const ofCriterion = { ...ofGroup, criterion: line.key, label: line.label };
  const events = "events" in line ? line.events : [];
  return [
    { line: ofCriterion, centipoints: line.centipoints, events: events.map(referTo) },
    ...limitEntries(line.maximum, ofCriterion),
  ];
}

function limitEntries(limit: LimitLine | null, line: ComparedLine): Entry[] {
  return limit === null ? [] : [{ line: { ...line, limit: limit.kind }, centipoints: limit.centipoints, events: [] }];
}
