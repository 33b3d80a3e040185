import { type ModelCatalogue, toScoringCatalogue } from "#lib/model/catalogue.ts";
import { event, freeEmail, group, silence, student, trait } from "#lib/model/templates/building-blocks.ts";
import { usualPlays } from "#lib/model/templates/plays.ts";
import type { Condition } from "#lib/scoring/condition.ts";
import { criterionProblems } from "#lib/scoring/criterion-problems.ts";
import type { Criterion, Definition, Label } from "#lib/scoring/definition.ts";
import type { Answers, ChosenTrait, Strength } from "./answers.ts";
import { boundsOf } from "./traits.ts";

/** A fit match is worth 15 to 25 points, the more the more frequent it is among customers: design section 3. */
const FIT_POINTS = [
  { lift: 2, points: 25 },
  { lift: 1.3, points: 20 },
  { lift: 0, points: 15 },
] as const;
const UNKNOWN_LIFT_POINTS = 20;
/** As a free e-mail address; a third as frequent among customers counts as a student does. */
const BAD_POINTS = -10;
const WORST_POINTS = -20;
const WORST_LIFT = 1 / 3;

/** Demo request 25, pricing page 15, case study 10, blog 2, and how long each is remembered: design section 3. */
const SIGNALS: Readonly<
  Record<Strength, Pick<Extract<Criterion, { type: "event" }>, "points" | "halfLifeDays" | "maximum" | "scope">>
> = {
  ready: { points: 25, halfLifeDays: 60, maximum: 50, scope: "every" },
  serious: { points: 15, halfLifeDays: 30, maximum: 30, scope: "every" },
  interested: { points: 10, halfLifeDays: 30, maximum: 20, scope: "once_per_asset" },
  curious: { points: 2, halfLifeDays: 14, maximum: 6, scope: "once_per_asset" },
};
const SILENCE_DAYS = 30;
/** Where the bands of fit open, as shares of what can be had. */
const FIT_SHARES = [0.25, 0.5, 0.75] as const;
/** Cold 0-25, warm 26-50, hot from 51; 10 parts the silent from those who did one thing. */
const ENGAGEMENT_THRESHOLDS = [10, 26, 51];
/** What the caps of 40, 20 and 10 are of the 70 that engagement weighs, rounded. */
const CAPS = { signals: 60, interest: 30 };
const LONGEST_LABEL = 120;

/**
 * The answers as a definition that can be published. What they name and the organisation has not is left out. Until it is
 * known how many leads reach what, the cells that are called are handed over.
 */
export function draftFromAnswers(answers: Answers, catalogue: ModelCatalogue): Definition {
  const known = toScoringCatalogue(catalogue);
  const sound = (criteria: readonly Criterion[]) =>
    criteria.filter((criterion) => criterionProblems(criterion, [], known).length === 0);
  const isOfCompany = ({ field }: ChosenTrait) => field.startsWith("account.");
  const traits = (chosen: readonly ChosenTrait[], prefix: string, pointsOf: (lift: number | null) => number) =>
    chosen.map((each, place) =>
      trait(`${prefix}_${place + 1}`, labelOf(each, catalogue), pointsOf(each.lift), conditionOf(each, catalogue)),
    );
  const bad = [
    ...traits(answers.bad, "bad", (lift) => (lift !== null && lift <= WORST_LIFT ? WORST_POINTS : BAD_POINTS)),
    ...(answers.freeEmail ? [freeEmail()] : []),
    ...(answers.students ? [student()] : []),
  ];
  const company = sound(traits(answers.good.filter(isOfCompany), "company", fitPoints));
  const others = answers.good.filter((each) => !isOfCompany(each));
  const person = sound(traits(others, "person", fitPoints));
  const signals = answers.signals.map(({ type, strength }, place) => ({
    isStrong: strength === "ready" || strength === "serious",
    criterion: event(`signal_${place + 1}`, eventLabel(type, catalogue), {
      type,
      ...SIGNALS[strength],
      isHighIntent: strength === "ready",
    }),
  }));
  const of = (isStrong: boolean) => signals.flatMap((each) => (each.isStrong === isStrong ? [each.criterion] : []));
  const fit = [
    group("company", { nl: "Bedrijf", en: "Company" }, null, company),
    group("person", { nl: "Persoon", en: "Person" }, null, person),
    group("bad", { nl: "Past niet", en: "Does not fit" }, null, sound(bad)),
  ];
  const engagement = [
    group("signals", { nl: "Koopsignalen", en: "Buying signals" }, CAPS.signals, sound(of(true))),
    group("interest", { nl: "Belangstelling", en: "Interest" }, CAPS.interest, sound(of(false))),
    group("silence", { nl: "Stilte", en: "Silence" }, null, [silence(SILENCE_DAYS)]),
  ];
  const axes = {
    fit: {
      groups: fit.filter(({ criteria }) => criteria.length > 0),
      thresholds: fitThresholds([...company, ...person]),
    },
    engagement: {
      groups: engagement.filter(({ criteria }) => criteria.length > 0),
      thresholds: ENGAGEMENT_THRESHOLDS,
    },
  };
  const { plays, called } = usualPlays(axes);
  return {
    kind: "lead",
    name: { nl: "Leadscore", en: "Lead score" },
    segment: null,
    stages: null,
    eventsFrom: "always",
    axes,
    // Demographic 30; behaviour, engagement and intent 70.
    mix: { fit: 30, engagement: 70 },
    plays,
    qualifies: { cells: called },
  };
}

function fitPoints(lift: number | null): number {
  if (lift === null) return UNKNOWN_LIFT_POINTS;
  return FIT_POINTS.find((step) => lift >= step.lift)?.points ?? UNKNOWN_LIFT_POINTS;
}

/** Whole points, rising, whatever can be had. */
function fitThresholds(criteria: readonly Criterion[]): number[] {
  const most =
    Math.min(
      100,
      criteria.reduce((sum, { points }) => sum + Math.max(0, points), 0),
    ) || UNKNOWN_LIFT_POINTS;
  return FIT_SHARES.map((share) => Math.round(most * share));
}

function conditionOf({ field, kind, values }: ChosenTrait, { fields }: ModelCatalogue): Condition {
  const type = fields.find(({ key }) => key === field)?.type;
  const anyOf = (conditions: Condition[]): Condition => {
    const [only] = conditions;
    return only && conditions.length === 1 ? only : { any: conditions };
  };
  if (kind === "word") return anyOf(values.map((value) => ({ field, op: "contains_word", value })));
  if (kind === "range") return anyOf(values.map((value) => withinRange(field, value)));
  if (type === "boolean") return anyOf(values.map((value) => ({ field, op: "equals", value: value === "true" })));
  if (type === "list") return anyOf(values.map((value) => ({ field, op: "list_includes", value })));
  return { field, op: "in", values: [...values] };
}

function withinRange(field: string, range: string): Condition {
  const { from, to } = boundsOf(range);
  if (to === null) return { field, op: "at_least", value: from ?? 0 };
  return { field, op: "between", from: from ?? 0, to };
}

/** Numbers say nothing without what they count. */
const COUNTED: Readonly<Record<string, { readonly nl: string; readonly en: string }>> = {
  "account.employees": { nl: "medewerkers", en: "employees" },
};

function labelOf({ field, values, kind }: ChosenTrait, { fields }: ModelCatalogue): Label {
  const label = fields.find(({ key }) => key === field)?.label ?? null;
  const list = values
    .map((value) => (kind === "range" ? value.replace(/-$/, "+").replace("-", "–") : value))
    .join(", ");
  const counted = COUNTED[field];
  if (counted) return { nl: shortened(`${list} ${counted.nl}`), en: shortened(`${list} ${counted.en}`) };
  // The words for standard fields are in the page's catalogue of messages; their values say enough.
  if (label === null) return shortened(list);
  if (typeof label === "string") return shortened(`${label}: ${list}`);
  return { nl: shortened(`${label.nl}: ${list}`), en: shortened(`${label.en}: ${list}`) };
}

function eventLabel(type: string, { eventTypes }: ModelCatalogue): Label {
  return eventTypes.find(({ key }) => key === type)?.label ?? shortened(type);
}

function shortened(text: string): string {
  return text.length <= LONGEST_LABEL ? text : `${text.slice(0, LONGEST_LABEL - 1).trimEnd()}…`;
}
