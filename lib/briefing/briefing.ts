import type { CriterionLine } from "#lib/scoring/breakdown.ts";
import { AXES } from "#lib/scoring/definition.ts";
import { contributionsOf } from "./contributions.ts";
import { type Recall, recallOf } from "./recall.ts";
import type { Statement } from "./statement.ts";
import { findCriterion, newestFirst, type Source, toldActs, toldEvent } from "./told-acts.ts";
import { type Traits, traitsOf } from "./traits.ts";

/** More than this nobody reads before a call. */
const MOST_FOR = 4;
const MOST_AGAINST = 1;
const MOST_ADJUSTED = 2;

/** What to know of a lead before calling it. Plain data that survives JSON. */
export type Briefing = {
  /** In the order in which they are told; each with the events and criteria that it rests on. */
  readonly statements: readonly Statement[];
  readonly traits: Traits;
  readonly recall: Recall;
};

/** The briefing of a score: nothing in it that did not happen, or that no field says. */
export function briefingOf(source: Source): Briefing {
  const { breakdown, facts } = source;
  const acts = toldActs(source);
  const strongest = acts.filter(({ weight }) => weight > 0).slice(0, MOST_FOR);
  const against = acts.filter(({ weight }) => weight < 0).slice(-MOST_AGAINST);
  return {
    statements: [
      ...[...strongest, ...against].map(({ statement }) => statement),
      ...silence(source),
      ...adjusted(source),
    ],
    traits: traitsOf(breakdown),
    recall: recallOf(facts, breakdown.day),
  };
}

/** The silence that costs most. */
function silence({ breakdown, facts, definition }: Source): Statement[] {
  const costly = contributionsOf(breakdown).findLast(({ line, weight }) => line.type === "inactivity" && weight < 0);
  const line: CriterionLine | undefined = costly?.line;
  if (line?.type !== "inactivity") return [];
  const criterion = findCriterion(definition, line.key);
  const last = facts.events.filter(({ id }) => id === line.last?.id);
  return [
    {
      kind: "silent",
      label: line.label,
      days: line.idleDays,
      isEverything:
        criterion?.type === "inactivity" && criterion.events.types === "any" && criterion.events.where === null,
      criteria: [line.key],
      events: last.map(toldEvent),
      count: last.length,
    },
  ];
}

/** What colleagues know that no event shows, newest first. */
function adjusted({ breakdown }: Source): Statement[] {
  const all = AXES.flatMap((axis) => breakdown.axes[axis].adjustments);
  return newestFirst(all)
    .slice(0, MOST_ADJUSTED)
    .map(({ id, centipoints, reason }) => ({
      kind: "adjusted",
      adjustmentId: id,
      centipoints,
      reason,
      criteria: [],
      events: [],
      count: 0,
    }));
}
