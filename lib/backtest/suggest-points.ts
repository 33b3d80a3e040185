import { areaUnder } from "#lib/evaluation/auc.ts";
import { levelsOfRows } from "#lib/evaluation/levels.ts";
import { criteriaOf } from "#lib/model/criteria.ts";
import type { PreviewBase, PreviewColumns } from "#lib/preview/base.ts";
import { BaseScores } from "#lib/preview/base-scores.ts";
import { factorSumsOf } from "#lib/preview/factor-sums.ts";
import { measureKey } from "#lib/preview/measure.ts";
import { fieldsOf } from "#lib/scoring/condition-tests.ts";
import { ONE } from "#lib/scoring/decay.ts";
import { AXES, type AxisDefinition, type Criterion, type Definition } from "#lib/scoring/definition.ts";
import type { AxisName } from "#lib/scoring/facts.ts";
import type { Cases } from "./cases.ts";
import { fitLogistic } from "./fit-logistic.ts";
import { keepShares } from "./keep-shares.ts";
import { pointScale } from "./point-scale.ts";

export type Suggestion = {
  readonly definition: Definition;
  /** How the newest fifth is ranked, which nothing was learnt from: by the definition as it was, and as suggested. */
  readonly before: number | null;
  readonly after: number | null;
  readonly learntFrom: number;
  readonly testedOn: number;
  /** Keys of criteria that were left as they are: they rest on a field that looks like a leak, or tell cases apart in no way. */
  readonly leaking: readonly string[];
  readonly silent: readonly string[];
};

export type Evidenced = {
  readonly definition: Definition;
  readonly base: PreviewBase;
  readonly columns: PreviewColumns;
  readonly cases: Cases;
  readonly known: Uint8Array;
  /** Fields that seem to know what became of the lead. */
  readonly leaks: readonly string[];
};

const OLDER = 0.8;
const HIGHEST = 100;
/** As a definition may have. */
const MOST_POINTS = 1_000;

/**
 * Points that the past asks for: a logistic regression on what criteria bring for each point, learnt from the four fifths
 * of the leads that came first, scaled so that nearly all leads keep within 0 and 100 and within the caps of groups; thresholds go where as many
 * leads are above them as before. Pauses now and then.
 */
export function* suggestPoints(evidenced: Evidenced): Generator<void, Suggestion> {
  const { definition, base, columns, cases, known } = evidenced;
  const { older, newest } = splitByLeads(cases, known);
  const features = criteriaOf(definition).map((criterion) => featureOf(criterion, evidenced));
  const used = features.filter((feature) => feature.values !== null);
  const fitted = yield* fitLogistic({
    features: used.map(({ values }) => values ?? new Float64Array(base.size)),
    happened: cases.won,
    rows: older,
  });
  const weights = new Map(used.map(({ criterion }, place) => [criterion.key, fitted[place] ?? 0] as const));
  const scale = pointScale(definition, { weights, features, rows: older });
  const repointed = withPoints(definition, (criterion, axis) => {
    const weight = weights.get(criterion.key);
    return weight === undefined || weight === 0 ? null : (weight * scale * HIGHEST) / definition.mix[axis];
  });
  const before = new BaseScores(base);
  before.weigh(definition, columns);
  const after = new BaseScores(base);
  after.begin(before);
  after.weigh(repointed, columns);
  const suggested = keepShares(repointed, { before, after });
  const rank = (scores: BaseScores) =>
    areaUnder(levelsOfRows({ scores: scores.combined, happened: cases.won, weights: maskOf(newest, base.size) }));
  return {
    definition: suggested,
    before: rank(before),
    after: rank(after),
    learntFrom: older.length,
    testedOn: newest.length,
    leaking: features.flatMap(({ criterion, isLeaking }) => (isLeaking ? [criterion.key] : [])),
    silent: features.flatMap(({ criterion, values }) =>
      values !== null && (weights.get(criterion.key) ?? 0) === 0 ? [criterion.key] : [],
    ),
  };
}

/**
 * Rows whose outcome is known, of the leads that came first and of those that came last: by the day of their first row,
 * those of one day in the order in which they lie. No lead is on both sides.
 */
function splitByLeads({ leadIds, places }: Cases, known: Uint8Array) {
  const rowsOf = new Map<number, number[]>();
  for (let row = 0; row < known.length; row++) {
    if (known[row] === 0) continue;
    const id = leadIds[row] ?? 0;
    const rows = rowsOf.get(id);
    if (rows) rows.push(row);
    else rowsOf.set(id, [row]);
  }
  const placeOf = ([row = 0]: readonly number[]) => places[row] ?? 0;
  const leads = [...rowsOf.values()].sort((one, other) => placeOf(one) - placeOf(other));
  const edge = Math.round(leads.length * OLDER);
  return {
    older: Int32Array.from(leads.slice(0, edge).flat()),
    newest: Int32Array.from(leads.slice(edge).flat()),
  };
}

function maskOf(rows: Int32Array, size: number): Uint8Array {
  const mask = new Uint8Array(size);
  for (const row of rows) mask[row] = 1;
  return mask;
}

type Feature = {
  readonly criterion: Criterion;
  readonly isLeaking: boolean;
  /** How many times its points the criterion brings, by row; null where nothing is to be learnt from it. */
  readonly values: Float64Array | null;
};

function featureOf(criterion: Criterion, { base, columns, leaks, definition }: Evidenced): Feature {
  const isLeaking =
    criterion.type === "attribute" && fieldsOf(criterion.condition).some((field) => leaks.includes(field));
  const column = columns.get(measureKey(criterion));
  const counts = AXES.some((axis) => definition.mix[axis] > 0 && holds(definition.axes[axis], criterion));
  if (isLeaking || column === undefined || !counts) return { criterion, isLeaking, values: null };
  const most = mostMatches(criterion);
  const sums = factorSumsOf(criterion, column, new Int32Array(base.size));
  return { criterion, isLeaking, values: Float64Array.from(sums, (sum) => Math.min(sum / ONE, most)) };
}

function holds(axis: AxisDefinition, criterion: Criterion): boolean {
  return axis.groups.some(({ criteria }) => criteria.includes(criterion));
}

/** How often a criterion may bring its points before its maximum bites. */
function mostMatches(criterion: Criterion): number {
  const maximum = "maximum" in criterion ? criterion.maximum : null;
  return maximum === null || criterion.points === 0 ? Infinity : maximum / Math.abs(criterion.points);
}

/** `pointsOf`: null leaves a criterion as it is. A maximum goes with its points. */
function withPoints(
  definition: Definition,
  pointsOf: (criterion: Criterion, axis: AxisName) => number | null,
): Definition {
  const axis = (name: AxisName): AxisDefinition => ({
    ...definition.axes[name],
    groups: definition.axes[name].groups.map((group) => ({
      ...group,
      criteria: group.criteria.map((criterion) => {
        const points = pointsOf(criterion, name);
        if (points === null) return criterion;
        const whole = Math.max(-MOST_POINTS, Math.min(MOST_POINTS, Math.round(points)));
        const isHeld = "maximum" in criterion && criterion.maximum !== null && criterion.points !== 0 && whole !== 0;
        if (!isHeld) return { ...criterion, points: whole };
        return { ...criterion, points: whole, maximum: Math.round(mostMatches(criterion) * Math.abs(whole)) };
      }),
    })),
  });
  return { ...definition, axes: { fit: axis("fit"), engagement: axis("engagement") } };
}
