import { engagementBandNames, fitBandNames } from "#lib/scoring/bands.ts";
import type { AxisDefinition } from "#lib/scoring/definition.ts";
import type { AxisName } from "#lib/scoring/facts.ts";

/** A band in points: `from` opens it, `to` opens the next better one (100 for the best). */
export type MatrixBand = { readonly name: string; readonly from: number; readonly to: number };

/** One crossing of two bands; engagement runs along x, fit upwards. */
export type MatrixCell = { readonly cell: string; readonly fit: MatrixBand; readonly engagement: MatrixBand };

/** The bands of an axis, lowest first. */
export function bandsOf(axis: AxisName, thresholds: readonly number[]): MatrixBand[] {
  const names = axis === "fit" ? fitBandNames(thresholds) : engagementBandNames(thresholds);
  return names.map((name, place) => ({ name, from: thresholds[place - 1] ?? 0, to: thresholds[place] ?? 100 }));
}

/** What decides the cells of a model. */
export type Banded = { readonly axes: Readonly<Record<AxisName, Pick<AxisDefinition, "thresholds">>> };

/** Every cell of a model as the matrix is read: best fit first, and in a row from the lowest engagement to the best. */
export function cellsOf({ axes: { fit, engagement } }: Banded): MatrixCell[] {
  const columns = bandsOf("engagement", engagement.thresholds);
  return bandsOf("fit", fit.thresholds)
    .reverse()
    .flatMap((row) => columns.map((column) => ({ cell: row.name + column.name, fit: row, engagement: column })));
}
