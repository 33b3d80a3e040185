import type { Rejections } from "./criterion-notes.ts";
import type { Leak } from "./leak-watch.ts";
import type { SnapshotDay } from "./snapshot-days.ts";

/**
 * On what leads of the past are held against what became of them: `dated` on days, as they were known then; `ordered`
 * as they are, because they, or their deals, have no time, older and newer told apart by a field or the day they came; or on nothing yet.
 */
export type PastSpan = {
  readonly kind: "dated" | "ordered" | "none";
  readonly days: readonly SnapshotDay[];
  readonly windowDays: number;
  /** Whether deals came with the time they were won. */
  readonly areWinsTimed: boolean;
  /** Of the ordered; null: by the day they came. */
  readonly orderField: string | null;
  readonly leaks: readonly Leak[];
  /** Of all leads that were looked at. */
  readonly rejections: Rejections;
};
