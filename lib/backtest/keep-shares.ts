import type { BaseScores } from "#lib/preview/base-scores.ts";
import type { AxisDefinition, Definition } from "#lib/scoring/definition.ts";
import type { AxisName } from "#lib/scoring/facts.ts";

const HIGHEST = 100;
const CENTI = 100;

/** Thresholds where as many rows are above them as were before. */
export function keepShares(
  definition: Definition,
  { before, after }: { readonly before: BaseScores; readonly after: BaseScores },
): Definition {
  const axis = (name: AxisName): AxisDefinition => {
    const { thresholds, groups } = definition.axes[name];
    const moved: number[] = [];
    for (const [place, threshold] of thresholds.entries()) {
      const points = sameShare(threshold, before[name], after[name]);
      const room = HIGHEST - (thresholds.length - 1 - place);
      moved.push(Math.min(room, Math.max(points, (moved.at(-1) ?? 0) + 1)));
    }
    return { groups, thresholds: moved };
  };
  const { qualifies } = definition;
  return {
    ...definition,
    axes: { fit: axis("fit"), engagement: axis("engagement") },
    qualifies:
      "cells" in qualifies
        ? qualifies
        : { combinedAtLeast: sameShare(qualifies.combinedAtLeast, before.combined, after.combined) },
  };
}

/** The whole points, from 1 on, that about as many scores reach as reached a threshold before. */
function sameShare(threshold: number, before: Int32Array, after: Int32Array): number {
  const above = before.reduce((count, score) => count + Number(score >= threshold * CENTI), 0);
  const sorted = after.toSorted();
  // Nobody was above it: nobody is to be.
  if (above === 0) return Math.floor((sorted.at(-1) ?? 0) / CENTI) + 1;
  return Math.max(1, Math.round((sorted[sorted.length - above] ?? 0) / CENTI));
}
