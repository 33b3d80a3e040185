import type { ImportKind } from "./constants.ts";
import type { Counts } from "./report.ts";

/** Rows (or, of events and outcomes, what they say) that changed nothing. */
export function unchanged(kind: ImportKind, counts: Counts): number {
  return kind === "leads" ? counts.read - counts.rejected - counts.created - counts.updated : counts.known;
}
