import { quantile } from "#lib/evaluation/quantile.ts";
import { AXES, type Criterion, type Definition } from "#lib/scoring/definition.ts";

/** Nearly all cases keep below the highest score. */
const NEARLY_ALL = 0.995;
const HIGHEST = 100;

type Fitted = {
  /** By the key of a criterion. */
  readonly weights: ReadonlyMap<string, number>;
  /** How many times its points each brings, by row. */
  readonly features: readonly { readonly criterion: Criterion; readonly values: Float64Array | null }[];
  readonly rows: Int32Array;
};

/**
 * Points of the combined score for a weight of 1: as many as keep nearly all leads within 0 and 100 on each axis, and within
 * the caps of groups, so that the best ones stay apart.
 */
export function pointScale({ axes, mix }: Definition, { weights, features, rows }: Fitted): number {
  const valuesOf = new Map(features.map(({ criterion, values }) => [criterion.key, values] as const));
  const limits = AXES.flatMap((axis) => {
    const share = mix[axis] / HIGHEST;
    if (share === 0) return [];
    const groups = axes[axis].groups.map(({ criteria, cap }) => ({ cap, sums: sumsOf(criteria) }));
    const sums = Float64Array.from(rows, (_, at) => groups.reduce((sum, group) => sum + (group.sums[at] ?? 0), 0));
    const capped = groups.flatMap((group) => (group.cap === null ? [] : [{ most: group.cap, sums: group.sums }]));
    return [{ most: HIGHEST, sums }, ...capped].flatMap(({ most, sums }) => {
      const top = quantile([...sums], NEARLY_ALL) ?? 0;
      return top > 0 ? [(most * share) / top] : [];
    });
  });
  return limits.length === 0 ? 0 : Math.min(...limits);

  function sumsOf(criteria: readonly Criterion[]): Float64Array {
    const sums = new Float64Array(rows.length);
    for (const { key } of criteria) {
      const [weight, values] = [weights.get(key) ?? 0, valuesOf.get(key)];
      if (weight === 0 || !values) continue;
      for (let at = 0; at < rows.length; at++) sums[at] = (sums[at] ?? 0) + weight * (values[rows[at] ?? 0] ?? 0);
    }
    return sums;
  }
}
