import type { Criterion } from "#lib/scoring/definition.ts";

/**
 * What of a criterion decides what it measures: its factor sums, or the ages of the events that it counts. Points and
 * limits only weigh these, and a half-life the ages, so a measure is taken once a lead and weighed as often as a hand
 * drags them.
 */
export type Measure =
  | Pick<Extract<Criterion, { type: "attribute" }>, "type" | "active" | "condition">
  | Pick<Extract<Criterion, { type: "event" }>, "type" | "active" | "events" | "scope">
  | Pick<Extract<Criterion, { type: "burst" }>, "type" | "active" | "events" | "count" | "withinHours">
  | Pick<Extract<Criterion, { type: "inactivity" }>, "type" | "active" | "events" | "days">;

export function measureOf(criterion: Criterion): Measure {
  const { active } = criterion;
  switch (criterion.type) {
    case "attribute":
      return { type: criterion.type, active, condition: criterion.condition };
    case "event": {
      const { type, events, scope } = criterion;
      return { type, active, events, scope };
    }
    case "burst": {
      const { type, events, count, withinHours } = criterion;
      return { type, active, events, count, withinHours };
    }
    case "inactivity":
      return { type: criterion.type, active, events: criterion.events, days: criterion.days };
  }
}

/** Whether its ages are measured: a half-life makes factor sums of them. */
export function fades(criterion: Criterion): criterion is Extract<Criterion, { halfLifeDays: number | null }> {
  return criterion.type === "event" || criterion.type === "burst";
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
