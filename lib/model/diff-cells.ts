import { engagementBandNames, fitBandNames } from "#lib/scoring/bands.ts";
import type { Definition, Play } from "#lib/scoring/definition.ts";
import type { AxisName } from "#lib/scoring/facts.ts";
import { type Step, step } from "./diff-step.ts";

type PlayChange<Part extends keyof Play> = Step<"play", Play[Part]> & { readonly cell: string; readonly part: Part };

/** Differences of thresholds and of the plays they part. */
export type CellChange =
  | (Step<"threshold", number> & { readonly axis: AxisName; readonly band: string })
  | (Step<"bands", number> & { readonly axis: AxisName })
  | PlayChange<"temperature">
  | PlayChange<"action">
  | PlayChange<"priority">
  | PlayChange<"slaMinutes">;

/** With another number of bands no threshold is comparable: that is said once. */
export function compareThresholds(before: Definition, after: Definition, axis: AxisName): CellChange[] {
  const old = before.axes[axis].thresholds;
  const { thresholds } = after.axes[axis];
  if (old.length !== thresholds.length) {
    return [{ type: "bands", axis, before: old.length + 1, after: thresholds.length + 1 }];
  }
  const names = axis === "fit" ? fitBandNames(thresholds) : engagementBandNames(thresholds);
  return thresholds.flatMap((threshold, index): CellChange[] => {
    const was = old[index];
    if (was === undefined || was === threshold) return [];
    return [{ type: "threshold", axis, band: names[index + 1] ?? "", before: was, after: threshold }];
  });
}

/** Cells that only one of the two has come or go with their band. */
export function comparePlays(before: Definition, after: Definition): CellChange[] {
  const cells = Object.keys(after.plays).sort();
  return cells.flatMap((cell) => {
    const was = before.plays[cell];
    const is = after.plays[cell];
    return was && is ? comparePlay(cell, was, is) : [];
  });
}

function comparePlay(cell: string, was: Play, is: Play): CellChange[] {
  return [
    ...step("play", was.temperature, is.temperature).map(
      (change) => ({ ...change, cell, part: "temperature" }) as const,
    ),
    ...step("play", was.action, is.action).map((change) => ({ ...change, cell, part: "action" }) as const),
    ...step("play", was.priority, is.priority).map((change) => ({ ...change, cell, part: "priority" }) as const),
    ...step("play", was.slaMinutes, is.slaMinutes).map((change) => ({ ...change, cell, part: "slaMinutes" }) as const),
  ];
}
