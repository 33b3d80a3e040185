import type { ByteSource } from "#lib/csv/byte-source.ts";
import type { Layout } from "#lib/csv/detect.ts";
import type { RowProblem } from "#lib/import/reasons.ts";
import type { Counts } from "#lib/import/report.ts";

/** How far an import is. */
export type Progress = { readonly recordsRead: number; readonly bytesRead: number; readonly counts: Counts };

export type Rejection = RowProblem & { readonly line: number; readonly cells: readonly string[] };

/** Keeps what a batch came to, in its transaction. Throws when the import is not to go on. */
export type Keeper = (progress: Progress, rejections: readonly Rejection[]) => Promise<void>;

export type FileToImport = {
  readonly source: ByteSource;
  readonly layout: Layout;
  /** Where to go on: nothing of what lies in front of it is written again. */
  readonly from: Progress;
  readonly keep: Keeper;
  readonly signal?: AbortSignal;
};
