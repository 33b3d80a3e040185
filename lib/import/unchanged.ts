import type { ImportKind } from "./constants.ts";
import type { Counts } from "./report.ts";

/** Rows (or, of events and outcomes, what they say) that changed nothing. */
export function unchanged(kind: ImportKind, counts: Counts): number {
  if (kind !== "leads") return counts.known;
  return counts.read - counts.rejected - counts.created - counts.updated - counts.repeated;
}
