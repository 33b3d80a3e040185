import type { Condition } from "../condition.ts";
import { decayTable } from "../decay.ts";
import type { AxisDefinition, Criterion, Definition } from "../definition.ts";
import type { AxisName, Facts, FieldValue, Moment, ScoringEvent } from "../facts.ts";

/**
 * The same rules told a second time, as plainly as possible and without a thought for speed: lists
 * filtered and sorted, big integers, no tally. Only the properties test compares with it.
 */
export function referenceScores(facts: Facts, definition: Definition, moment: Moment) {
  if (moment.cut !== null && facts.createdAt >= moment.cut) return null;
  const fit = axisScore("fit", definition.axes.fit, { facts, definition, moment });
  const engagement = axisScore("engagement", definition.axes.engagement, { facts, definition, moment });
  const { mix } = definition;
  const combined = Number((BigInt(mix.fit * fit + mix.engagement * engagement) * 2n + 100n) / 200n);
  const letter = "EDCBA".slice(4 - definition.axes.fit.thresholds.length)[passed(fit, definition.axes.fit)];
  const digit = "54321".slice(4 - definition.axes.engagement.thresholds.length)[
    passed(engagement, definition.axes.engagement)
  ];
  return { fit, engagement, combined, cell: `${letter}${digit}` };
}

type Told = { facts: Facts; definition: Definition; moment: Moment };

function passed(score: number, { thresholds }: AxisDefinition): number {
  return thresholds.filter((threshold) => score >= Math.round(threshold * 100)).length;
}

function axisScore(name: AxisName, axis: AxisDefinition, told: Told): number {
  const { day, cut } = told.moment;
  let sum = 0;
  for (const { criteria, cap, floor } of axis.groups) {
    let ofGroup = criteria.reduce((total, criterion) => total + criterionScore(criterion, told), 0);
    if (cap !== null) ofGroup = Math.min(ofGroup, Math.round(cap * 100));
    if (floor !== null) ofGroup = Math.max(ofGroup, Math.round(floor * 100));
    sum += ofGroup;
  }
  for (const { axis: of, centipoints, firstDay, lastDay, at } of told.facts.adjustments)
    if (of === name && day >= firstDay && day <= (lastDay ?? day) && (cut === null || at < cut)) sum += centipoints;
  return Math.max(0, Math.min(sum, 10_000));
}

function criterionScore(criterion: Criterion, told: Told): number {
  const today = new Date(told.moment.day * 86_400_000).toISOString().slice(0, 10);
  const { from, until } = criterion.active ?? { from: null, until: null };
  if ((from !== null && today < from) || (until !== null && today > until)) return 0;
  const factors = countedDays(criterion, told).map((day) => factor(criterion, told.moment.day - day));
  const sum = BigInt(
    Math.min(
      factors.reduce((total, each) => total + each, 0),
      2 ** 31 - 1,
    ),
  );
  const centi = BigInt(Math.round(criterion.points * 100));
  const twice = (centi < 0n ? -centi : centi) * sum * 2n;
  const magnitude = Number((twice + 2n ** 20n) / 2n ** 21n);
  const maximum = "maximum" in criterion && criterion.maximum !== null ? Math.round(criterion.maximum * 100) : Infinity;
  return Math.min(magnitude, maximum) * (centi < 0n ? -1 : 1);
}

function factor(criterion: Criterion, age: number): number {
  const halfLife = "halfLifeDays" in criterion ? criterion.halfLifeDays : null;
  return halfLife === null ? 2 ** 20 : (decayTable(halfLife)[Math.max(0, age)] ?? 0);
}

/** One day for each match: of the event, of the completing event, or today. */
function countedDays(criterion: Criterion, told: Told): number[] {
  const { facts, definition, moment } = told;
  if (criterion.type === "attribute")
    return holds(criterion.condition, fieldsThen(told), moment.day) ? [moment.day] : [];
  const byStage = definition.eventsFrom === "stage_entered";
  const events = facts.events
    .filter(({ at }) => (moment.cut === null || at < moment.cut) && (!byStage || at >= facts.stageEnteredAt))
    .filter(({ type }) => criterion.events.types === "any" || criterion.events.types.includes(type))
    .filter(
      ({ properties }) =>
        criterion.events.where === null || holds(criterion.events.where, properties ?? {}, 0) === true,
    )
    .sort((a, b) => b.at - a.at);
  switch (criterion.type) {
    case "inactivity": {
      const last = events[0]?.day ?? (byStage ? facts.stageEnteredDay : facts.createdDay);
      return moment.day - last >= criterion.days ? [moment.day] : [];
    }
    case "burst":
      return burstDays(events.reverse(), criterion.count, criterion.withinHours);
    case "event":
      if (criterion.scope === "once_per_lead") return events.slice(0, 1).map(({ day }) => day);
      if (criterion.scope === "every") return events.map(({ day }) => day);
      return events
        .filter((event, i) => events.findIndex((other) => sameAsset(event, other)) === i)
        .map(({ day }) => day);
  }
}

function sameAsset(one: ScoringEvent, other: ScoringEvent): boolean {
  return (one.asset ?? one.type) === (other.asset ?? other.type);
}

function burstDays(events: readonly ScoringEvent[], count: number, hours: number): number[] {
  const days: number[] = [];
  let unused: ScoringEvent[] = [];
  for (const event of events) {
    unused = [...unused, event].filter(({ at }) => event.at - at <= hours * 3_600_000);
    if (unused.length < count) continue;
    days.push(event.day);
    unused = [];
  }
  return days;
}

type Fields = Readonly<Record<string, FieldValue | null>>;

function fieldsThen({ facts, moment: { cut } }: Told): Fields {
  if (cut === null) return facts.fields;
  const then = { ...facts.fields };
  for (const field of new Set(facts.changes.map((change) => change.field))) {
    const history = facts.changes.filter((change) => change.field === field && change.validFrom < cut);
    then[field] = history.sort((a, b) => b.validFrom - a.validFrom)[0]?.value ?? null;
  }
  return then;
}

/** null is unknown. Knows the tests that random definitions are made of. */
function holds(condition: Condition, fields: Fields, day: number): boolean | null {
  if ("not" in condition) {
    const answer = holds(condition.not, fields, day);
    return answer === null ? null : !answer;
  }
  if ("all" in condition || "any" in condition) {
    const settles = "any" in condition;
    const parts = ("any" in condition ? condition.any : condition.all).map((part) => holds(part, fields, day));
    return parts.includes(settles) ? settles : parts.includes(null) ? null : !settles;
  }
  const value = fields[condition.field] ?? null;
  if (condition.op === "at_least") return typeof value === "number" ? value >= condition.value : null;
  if (condition.op === "list_includes")
    return Array.isArray(value) && value.length > 0
      ? value.some((item) => item.toLowerCase() === condition.value)
      : null;
  if (condition.op === "older_than" || condition.op === "newer_than" || condition.op === "due_within") {
    if (typeof value !== "number") return null;
    const age = day - value;
    if (condition.op === "older_than") return age > condition.days;
    return condition.op === "newer_than" ? age >= 0 && age <= condition.days : age <= 0 && age >= -condition.days;
  }
  if (typeof value !== "string" || value === "") return null;
  const text = value.trim().toLowerCase();
  if (condition.op === "equals") return text === String(condition.value).toLowerCase();
  if (condition.op === "contains_word") return text.split(" ").includes(condition.value);
  if (condition.op === "starts_with") return text.startsWith(condition.value);
  throw new Error(`The reference does not know ${condition.op}.`);
}
