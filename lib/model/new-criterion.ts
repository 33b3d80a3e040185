import type { Criterion } from "#lib/scoring/definition.ts";
import type { ModelCatalogue } from "./catalogue.ts";

export const CRITERION_TYPES = [
  "event",
  "attribute",
  "burst",
  "inactivity",
] as const satisfies readonly Criterion["type"][];

/** What a new criterion weighs until somebody decides: design section 3 gives +5 to the weakest signals but one. */
const POINTS = 5;
/** The default half-life, and the time after which silence counts: design section 3. */
const DAYS = 30;

type NewCriterion = {
  readonly type: Criterion["type"];
  readonly label: string;
  readonly catalogue: ModelCatalogue;
  readonly key: string;
};

/** A criterion that may be published as it is: it looks at the first field or event there is. */
export function newCriterion({ type, label, catalogue, key }: NewCriterion): Criterion {
  const common = { key, label, active: null };
  const [eventType] = catalogue.eventTypes;
  const events = { types: eventType ? [eventType.key] : ("any" as const), where: null };
  const decay = { halfLifeDays: DAYS, maximum: null, isHighIntent: false };
  switch (type) {
    case "attribute": {
      const [field] = catalogue.fields;
      return { type, ...common, points: POINTS, condition: { field: field?.key ?? "country", op: "is_set" } };
    }
    case "event":
      return { type, ...common, ...decay, points: POINTS, events, scope: "every" };
    case "burst":
      return { type, ...common, ...decay, points: POINTS, events, count: 3, withinHours: 48 };
    case "inactivity":
      return { type, ...common, points: -POINTS, events: { types: "any", where: null }, days: DAYS };
  }
}
