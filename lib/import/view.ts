import type { DialectOverrides } from "#lib/csv/dialect.ts";
import type { FieldType } from "#lib/scoring/facts.ts";
import type { ImportKind, ImportStatus } from "./constants.ts";
import type { DateOrder, Mapping } from "./mapping.ts";
import type { ReportedReading } from "./reading.ts";
import type { ImportRefusal } from "./refusal.ts";
import type { ImportReport } from "./report.ts";

/** What a page shows of an import; instants are ISO texts. */
export type ImportView = {
  readonly importId: number;
  readonly kind: ImportKind;
  readonly status: ImportStatus;
  readonly isDryRun: boolean;
  readonly fileName: string;
  readonly fileBytes: number;
  readonly recordsRead: number;
  readonly bytesRead: number;
  readonly report: ImportReport | null;
  readonly failure: ImportRefusal | null;
  /** null: the command line. */
  readonly createdBy: string | null;
  readonly createdAt: string;
  readonly finishedAt: string | null;
};

/** Whether the scores follow what the imports brought; `none` before the first published model. */
export type ScoresState = "none" | "due" | "current";

/** As `GET /api/imports/[importId]` answers. */
export type ImportAnswer = { readonly import: ImportView; readonly scores: ScoresState };

/** A column of the file as it reads now. */
export type FileColumn = {
  readonly name: string;
  /** Some different values, the first first. */
  readonly samples: readonly string[];
  /** What its values look like. */
  readonly type: FieldType;
  readonly dates: DateOrder | null;
};

/** A file whose mapping is being looked at. */
export type OpenedFile = {
  readonly mapping: Mapping;
  /** What Voorrang would have chosen. */
  readonly guessed: Mapping["columns"];
  readonly reading: ReportedReading & { readonly shortRows: NonNullable<DialectOverrides["shortRows"]> };
  readonly columns: readonly FileColumn[];
  /** Why nothing could be imported with this mapping; null: it could. */
  readonly refusal: ImportRefusal | null;
};
