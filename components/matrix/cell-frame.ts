import type { MatrixCell } from "#lib/matrix/bands.ts";
import type { Axes } from "./place-dots.ts";

/** Where a cell is drawn, as a style of its element. */
export function frameOf({ fit, engagement }: MatrixCell, axes: Axes) {
  const column = axes.engagement.find(({ band }) => band.name === engagement.name);
  const row = axes.fit.find(({ band }) => band.name === fit.name);
  const width = `${((column?.end ?? 0) - (column?.start ?? 0)) * 100}%`;
  return {
    left: `${(column?.start ?? 0) * 100}%`,
    // Where the pixels do not come out, a cell reaches under the next one: else paper would show between them.
    width: (column?.end ?? 1) < 1 ? `calc(${width} + 0.5px)` : width,
    bottom: `${(row?.start ?? 0) * 100}%`,
    height: `${((row?.end ?? 0) - (row?.start ?? 0)) * 100}%`,
  };
}
