import type { Definition } from "#lib/scoring/definition.ts";
import { cellsOf, type MatrixCell } from "./bands.ts";

/** A straight piece, in points: engagement along x, fit upwards. */
export type Segment = { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number };

/** The line between the leads that are handed to sales and the others; empty when it lies outside the plot. */
export function frontierOf(definition: Definition): Segment[] {
  const { qualifies } = definition;
  return "cells" in qualifies
    ? edgesBetween(cellsOf(definition), new Set(qualifies.cells))
    : slope(definition.mix, qualifies.combinedAtLeast);
}

function edgesBetween(cells: readonly MatrixCell[], qualifying: ReadonlySet<string>): Segment[] {
  return cells.flatMap((cell) => {
    const isIn = qualifying.has(cell.cell);
    const right = cells.find(({ fit, engagement }) => fit === cell.fit && engagement.from === cell.engagement.to);
    const above = cells.find(({ fit, engagement }) => engagement === cell.engagement && fit.from === cell.fit.to);
    const edges: Segment[] = [];
    if (right && qualifying.has(right.cell) !== isIn) {
      const x = cell.engagement.to;
      edges.push({ x1: x, y1: cell.fit.from, x2: x, y2: cell.fit.to });
    }
    if (above && qualifying.has(above.cell) !== isIn) {
      const y = cell.fit.to;
      edges.push({ x1: cell.engagement.from, y1: y, x2: cell.engagement.to, y2: y });
    }
    return edges;
  });
}

/** Where `fit x mixFit + engagement x mixEngagement` reaches the threshold, clipped to 0..100. */
function slope(mix: Definition["mix"], threshold: number): Segment[] {
  const needed = threshold * 100;
  const points: [number, number][] = [];
  if (mix.fit > 0) for (const x of [0, 100]) points.push([x, (needed - mix.engagement * x) / mix.fit]);
  if (mix.engagement > 0) for (const y of [0, 100]) points.push([(needed - mix.fit * y) / mix.engagement, y]);
  const inside = points
    .filter(([x, y]) => x >= 0 && x <= 100 && y >= 0 && y <= 100)
    .sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const first = inside[0];
  const last = inside.at(-1);
  if (!first || !last || (first[0] === last[0] && first[1] === last[1])) return [];
  return [{ x1: first[0], y1: first[1], x2: last[0], y2: last[1] }];
}
