import type { Criterion, Label } from "#lib/scoring/definition.ts";
import { type Step, step } from "./diff-step.ts";

type EventCriterion = Extract<Criterion, { type: "event" }>;
type BurstCriterion = Extract<Criterion, { type: "burst" }>;
type AttributeCriterion = Extract<Criterion, { type: "attribute" }>;

/** One difference between two states of a criterion, named by the label it has now. */
export type CriterionChange = { readonly label: Label } & (
  | Step<"criterion_renamed", Label>
  | Step<"criterion_kind", Criterion["type"]>
  | Step<"points", number>
  | Step<"half_life" | "maximum", number | null>
  | Step<"condition", AttributeCriterion["condition"]>
  | Step<"events", EventCriterion["events"]>
  | Step<"scope", EventCriterion["scope"]>
  | Step<"burst", Pick<BurstCriterion, "count" | "withinHours">>
  | Step<"idle_days", number>
  | Step<"high_intent", boolean>
  | Step<"season", Criterion["active"]>
);

/** A criterion of another kind is said once: nothing of the old one is comparable but its name, points and season. */
export function compareCriteria(before: Criterion, after: Criterion): CriterionChange[] {
  const { label } = after;
  const steps = [
    ...step("criterion_renamed", before.label, after.label),
    ...step("criterion_kind", before.type, after.type),
    ...step("points", before.points, after.points),
    ...compareKind(before, after),
    ...step("season", before.active, after.active),
  ];
  return steps.map((change) => ({ ...change, label }));
}

function compareKind(before: Criterion, after: Criterion) {
  if (before.type === "attribute" && after.type === "attribute") {
    return step("condition", before.condition, after.condition);
  }
  if (before.type === "inactivity" && after.type === "inactivity") {
    return [...step("events", before.events, after.events), ...step("idle_days", before.days, after.days)];
  }
  if (before.type === "event" && after.type === "event") {
    return [...compareDecay(before, after), ...step("scope", before.scope, after.scope)];
  }
  if (before.type === "burst" && after.type === "burst") {
    return [...compareDecay(before, after), ...step("burst", span(before), span(after))];
  }
  return [];
}

function compareDecay(before: EventCriterion | BurstCriterion, after: EventCriterion | BurstCriterion) {
  return [
    ...step("half_life", before.halfLifeDays, after.halfLifeDays),
    ...step("maximum", before.maximum, after.maximum),
    ...step("events", before.events, after.events),
    ...step("high_intent", before.isHighIntent, after.isHighIntent),
  ];
}

function span({ count, withinHours }: BurstCriterion) {
  return { count, withinHours };
}
