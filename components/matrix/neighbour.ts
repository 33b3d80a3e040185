import type { MatrixCell } from "#lib/matrix/bands.ts";

/** The cell that an arrow key leads to; null at the edge and for other keys. Cells stand in reading order. */
export function neighbour(cells: readonly MatrixCell[], from: string, key: string): string | null {
  const here = cells.find(({ cell }) => cell === from);
  if (!here) return null;
  const next = cells.find(({ cell, fit, engagement }) => {
    // A band that opens at 100 would be its own neighbour.
    if (cell === from) return false;
    switch (key) {
      case "ArrowRight":
        return fit.name === here.fit.name && engagement.from === here.engagement.to;
      case "ArrowLeft":
        return fit.name === here.fit.name && engagement.to === here.engagement.from;
      case "ArrowUp":
        return engagement.name === here.engagement.name && fit.from === here.fit.to;
      case "ArrowDown":
        return engagement.name === here.engagement.name && fit.to === here.fit.from;
      default:
        return false;
    }
  });
  return next?.cell ?? null;
}
