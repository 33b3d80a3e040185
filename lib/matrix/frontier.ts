import type { Definition } from "#lib/scoring/definition.ts";
import { type Banded, cellsOf, type MatrixCell } from "./bands.ts";

/** A straight piece, in points: engagement along x, fit upwards. */
export type Segment = { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number };

/** What decides the line. */
type Parted = Banded & Pick<Definition, "mix" | "qualifies">;

/** The line between the leads that are handed to sales and the others; empty when it lies outside the plot. */
export function frontierOf({ axes, mix, qualifies }: Parted): Segment[] {
  return "cells" in qualifies
    ? edgesBetween(cellsOf({ axes }), new Set(qualifies.cells))
    : slope({ axes, mix }, qualifies.combinedAtLeast);
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

/**
 * Where `fit x mixFit + engagement x mixEngagement` reaches the threshold, within 0..100, in a piece
 * for each cell it crosses: bands may be drawn at different scales.
 */
function slope({ axes, mix }: Pick<Parted, "axes" | "mix">, threshold: number): Segment[] {
  const needed = threshold * 100;
  const points: Point[] = [];
  if (mix.fit > 0)
    for (const x of [0, ...axes.engagement.thresholds, 100]) points.push([x, (needed - mix.engagement * x) / mix.fit]);
  if (mix.engagement > 0)
    for (const y of [0, ...axes.fit.thresholds, 100]) points.push([(needed - mix.fit * y) / mix.engagement, y]);
  const line = points.filter(isInside).sort((one, other) => one[0] - other[0] || other[1] - one[1]);
  return line.flatMap(([x2, y2], place) => {
    const [x1, y1] = line[place - 1] ?? [x2, y2];
    return x1 === x2 && y1 === y2 ? [] : [{ x1, y1, x2, y2 }];
  });
}

type Point = readonly [number, number];

function isInside(point: Point): boolean {
  return point.every((value) => value >= 0 && value <= 100);
}
