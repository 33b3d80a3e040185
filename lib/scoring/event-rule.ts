import { decayOf } from "./decay.ts";
import type { Criterion, Selector } from "./definition.ts";
import type { FieldValue } from "./facts.ts";
import { FramePlan, fillFrame, readFrom } from "./frame.ts";
import { propertyType } from "./property-type.ts";
import { compileCondition, TRUE } from "./question.ts";
import { compileSeason, type Season } from "./season.ts";

/**
 * A criterion that looks at events, made ready to count them. `every` adds up, `newest` keeps one,
 * `newest_per_asset` one for each asset, `burst` keeps all until they can be walked by time, and
 * `idle` keeps the last to see how long ago it was.
 */
export type EventRule = {
  /** Place of the criterion among all criteria of the model. */
  readonly index: number;
  /** Place among the criteria that look at events. */
  readonly column: number;
  readonly types: Selector["types"];
  readonly how: "every" | "newest" | "newest_per_asset" | "burst" | "idle";
  readonly table: Int32Array | null;
  /** Whether an event's properties match; null when any do. A missing property is no match. */
  readonly where: ((properties: Properties) => boolean) | null;
  readonly season: Season | null;
  /** Bursts: so many events within so many milliseconds, inclusive. */
  readonly count: number;
  readonly withinMs: number;
  /** Inactivity: from so many whole days on. */
  readonly idleDays: number;
};

type Properties = Readonly<Record<string, FieldValue | null>> | null;

type EventCriterion = Exclude<Criterion, { type: "attribute" }>;

const HOUR_MS = 3_600_000;
const NO_PROPERTIES = {};

export function compileEventRule(criterion: EventCriterion, place: { index: number; column: number }): EventRule {
  return {
    ...place,
    types: criterion.events.types,
    how: howToCount(criterion),
    table: criterion.type === "inactivity" ? null : decayOf(criterion.halfLifeDays),
    where: compileWhere(criterion.events.where),
    season: compileSeason(criterion.active),
    count: criterion.type === "burst" ? criterion.count : 0,
    withinMs: criterion.type === "burst" ? criterion.withinHours * HOUR_MS : 0,
    idleDays: criterion.type === "inactivity" ? criterion.days : 0,
  };
}

function howToCount(criterion: EventCriterion): EventRule["how"] {
  if (criterion.type === "burst") return "burst";
  if (criterion.type === "inactivity") return "idle";
  switch (criterion.scope) {
    case "every":
      return "every";
    case "once_per_asset":
      return "newest_per_asset";
    case "once_per_lead":
      return "newest";
  }
}

function compileWhere(where: Selector["where"]): EventRule["where"] {
  if (where === null) return null;
  const plan = new FramePlan();
  const ask = compileCondition(where, (test) => {
    const type = propertyType(test);
    return { place: plan.placeOf(test.field, type), type };
  });
  const frame = plan.build();
  return (properties) => {
    fillFrame(frame, readFrom(properties ?? NO_PROPERTIES), 0);
    return ask(frame) === TRUE;
  };
}
