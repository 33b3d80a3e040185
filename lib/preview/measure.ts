import type { Criterion } from "#lib/scoring/definition.ts";

/**
 * What of a criterion decides its factor sums. Points and limits only weigh them, so a measure is taken once a lead
 * and weighed as often as a hand drags them.
 */
export type Measure =
  | Pick<Extract<Criterion, { type: "attribute" }>, "type" | "active" | "condition">
  | Pick<Extract<Criterion, { type: "event" }>, "type" | "active" | "events" | "scope" | "halfLifeDays">
  | Pick<Extract<Criterion, { type: "burst" }>, "type" | "active" | "events" | "count" | "withinHours" | "halfLifeDays">
  | Pick<Extract<Criterion, { type: "inactivity" }>, "type" | "active" | "events" | "days">;

export function measureOf(criterion: Criterion): Measure {
  const { active } = criterion;
  switch (criterion.type) {
    case "attribute":
      return { type: criterion.type, active, condition: criterion.condition };
    case "event": {
      const { type, events, scope, halfLifeDays } = criterion;
      return { type, active, events, scope, halfLifeDays };
    }
    case "burst": {
      const { type, events, count, withinHours, halfLifeDays } = criterion;
      return { type, active, events, count, withinHours, halfLifeDays };
    }
    case "inactivity":
      return { type: criterion.type, active, events: criterion.events, days: criterion.days };
  }
}

const keys = new WeakMap<Criterion, string>();

/** The same for criteria that measure the same. Criteria are never changed in place, so it is worked out once each. */
export function measureKey(criterion: Criterion): string {
  const known = keys.get(criterion);
  if (known !== undefined) return known;
  const key = JSON.stringify(measureOf(criterion));
  keys.set(criterion, key);
  return key;
}

const numbers = new Map<string, number>();
const numberOf = new WeakMap<Criterion, number>();

/** As `measureKey`, which is long, while the program runs: for what is asked at every step of a hand. */
export function measureNumber(criterion: Criterion): number {
  const known = numberOf.get(criterion);
  if (known !== undefined) return known;
  const key = measureKey(criterion);
  const number = numbers.get(key) ?? numbers.size;
  numbers.set(key, number);
  numberOf.set(criterion, number);
  return number;
}
