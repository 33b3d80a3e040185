import type { Rejections } from "./criterion-notes.ts";
import type { Leak } from "./leak-watch.ts";
import type { SnapshotDay } from "./snapshot-days.ts";

/**
 * On what leads of the past are held against what became of them: `dated` on days, as they were known then; `ordered`
 * as they are, because nothing of them has a time, by a field that tells older from newer; or on nothing yet.
 */
export type PastSpan = {
  readonly kind: "dated" | "ordered" | "none";
  readonly days: readonly SnapshotDay[];
  readonly windowDays: number;
  /** Of the ordered. */
  readonly orderField: string | null;
  readonly leaks: readonly Leak[];
  /** Of all leads that were looked at. */
  readonly rejections: Rejections;
};
