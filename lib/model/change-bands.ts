import { cellNames } from "#lib/scoring/bands.ts";
import type { Definition, Play } from "#lib/scoring/definition.ts";
import type { AxisName } from "#lib/scoring/facts.ts";

/** Where nothing lies beside a new cell: it asks nothing of anybody. */
const NO_PLAY: Omit<Play, "priority"> = { temperature: "cold", action: "leave", slaMinutes: null };

/**
 * The definition with another number of bands on an axis. Bands come and go at the bottom, so that A
 * and 1 keep their meaning: a new lowest band opens half-way below the old one and its cells play as
 * their neighbours, after all others; a band that goes takes its cells' plays with it.
 */
export function changeBands(definition: Definition, axis: AxisName, bands: number): Definition {
  const { thresholds } = definition.axes[axis];
  const axes = {
    ...definition.axes,
    [axis]: { ...definition.axes[axis], thresholds: withCount(thresholds, bands - 1) },
  };
  // By name, so that of several new cells the best comes first.
  const cells = new Set(cellNames(axes).flat().sort());
  const plays: Record<string, Play> = {};
  for (const [cell, play] of Object.entries(definition.plays)) if (cells.has(cell)) plays[cell] = play;
  let last = Math.max(0, ...Object.values(plays).map((play) => play.priority));
  for (const cell of cells) {
    if (!plays[cell]) plays[cell] = { ...(definition.plays[better(cell, axis)] ?? NO_PLAY), priority: ++last };
  }
  return { ...definition, axes, plays, qualifies: withinCells(definition.qualifies, cells) };
}

function withCount(thresholds: readonly number[], count: number): number[] {
  const kept = thresholds.slice(Math.max(0, thresholds.length - count));
  while (kept.length < count) kept.unshift(Math.max(0.01, Math.round((kept[0] ?? 100) * 50) / 100));
  return kept;
}

/** The cell one band up on the axis. */
function better(cell: string, axis: AxisName): string {
  const fit = cell.charCodeAt(0) - (axis === "fit" ? 1 : 0);
  const engagement = Number(cell.slice(1)) - (axis === "engagement" ? 1 : 0);
  return `${String.fromCharCode(fit)}${engagement}`;
}

/** Cells that are gone hand nobody over; A1 stays when none is left. */
function withinCells(qualifies: Definition["qualifies"], cells: ReadonlySet<string>): Definition["qualifies"] {
  if (!("cells" in qualifies)) return qualifies;
  const left = qualifies.cells.filter((cell) => cells.has(cell));
  return { cells: left.length > 0 ? left : ["A1"] };
}
