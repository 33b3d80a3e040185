import type { DryRoute, DryRunShare } from "./dry-run.ts";

/** A lead of a dry run, by what readers see of it. */
export type DryRunLead = DryRoute & {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly name: string | null;
  readonly company: string | null;
  readonly cell: string | null;
};

/** What the settings page shows of a dry run. */
export type DryRunView = {
  /** How many leads were tried, and whether older ones of these days were left out. */
  readonly tried: number;
  readonly isMore: boolean;
  readonly shares: readonly DryRunShare[];
  /** The newest of them, newest first. */
  readonly leads: readonly DryRunLead[];
};
