import { toCentipoints } from "./contribution.ts";
import type { Definition } from "./definition.ts";
import type { AxisName } from "./facts.ts";

/** Band of a score: 0 for the lowest. A threshold belongs to the band it opens. */
export function bandOf(centipoints: number, thresholds: readonly number[]): number {
  let band = 0;
  for (const threshold of thresholds) if (centipoints >= threshold) band++;
  return band;
}

/** Names of the fit bands, lowest first: D, C, B, A where there are four. */
export function fitBandNames(thresholds: readonly unknown[]): string[] {
  return ["A", "B", "C", "D", "E"].slice(0, thresholds.length + 1).reverse();
}

/** Names of the engagement bands, lowest first: 4, 3, 2, 1 where there are four. */
export function engagementBandNames(thresholds: readonly unknown[]): string[] {
  return ["1", "2", "3", "4", "5"].slice(0, thresholds.length + 1).reverse();
}

type Axes = Readonly<Record<AxisName, { readonly thresholds: readonly unknown[] }>>;

/** All cells that the thresholds make, by fit band and then engagement band, lowest first. */
export function cellNames({ fit, engagement }: Axes): string[][] {
  const columns = engagementBandNames(engagement.thresholds);
  return fitBandNames(fit.thresholds).map((row) => columns.map((column) => row + column));
}

/** Who is handed to sales, as one question. */
export function compileQualifies(qualifies: Definition["qualifies"]): (cell: string, combined: number) => boolean {
  if ("cells" in qualifies) {
    const cells = new Set(qualifies.cells);
    return (cell) => cells.has(cell);
  }
  const threshold = toCentipoints(qualifies.combinedAtLeast);
  return (_cell, combined) => combined >= threshold;
}

/** Whole percents of each axis, rounded half away from zero. */
export function combine(mix: Definition["mix"], axes: { fit: number; engagement: number }): number {
  return Math.floor((mix.fit * axes.fit + mix.engagement * axes.engagement + 50) / 100);
}
