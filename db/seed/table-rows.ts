import type { CopyValue } from "#db/copy-text.ts";
import type { ScoreNote } from "./scoring-history.ts";

/** A table's columns and its rows, for COPY. */
export type TableRows = { readonly table: string; readonly columns: string; readonly rows: Iterable<CopyValue[]> };

export const instant = (at: number) => new Date(at);

/** Numbers for a catalogue's keys, from 1 in the order given. */
export function numbered(keys: Iterable<string>): ReadonlyMap<string, number> {
  return new Map([...keys].map((key, index) => [key, index + 1] as const));
}

/** The columns `scoreThen()` of the schema. */
export const SCORE_COLUMNS = "fit, engagement, combined, cell, version_id";

export function scoreColumns(note: ScoreNote): CopyValue[] {
  if (!note) return [null, null, null, null, null];
  const { fit, engagement, combined, cell } = note.totals;
  return [fit, engagement, combined, cell, note.versionId];
}
