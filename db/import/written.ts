import type { Counts } from "#lib/import/report.ts";

export type RowAction = "created" | "updated" | "unchanged";

/** What writing a batch came to. */
export type Written = {
  readonly counts: Partial<Counts>;
  /** Places of the rows whose lead nobody knows: they are rejected. */
  readonly unknown: readonly number[];
  /** What became of each row, where a dry run can tell. */
  readonly actions: readonly RowAction[];
};
