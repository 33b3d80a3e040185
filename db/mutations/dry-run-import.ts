import { type Store, store } from "#db/client.ts";
import type { Rejection } from "#db/import/file-to-import.ts";
import { importFile } from "#db/import/import-file.ts";
import { openImport } from "#db/import/open-import.ts";
import { openConnections } from "#db/import/session.ts";
import type { ByteSource } from "#lib/csv/byte-source.ts";
import type { Inspection } from "#lib/csv/inspect.ts";
import type { Mapping } from "#lib/import/mapping.ts";
import { type ImportReport, NO_COUNTS, REPORTED_REJECTIONS, reportOf } from "#lib/import/report.ts";

export type DryRunImport = {
  readonly source: ByteSource;
  readonly mapping: Mapping;
  /** What a look at the file found, if somebody looked already. */
  readonly inspection?: Inspection;
  readonly now: () => Date;
  readonly signal?: AbortSignal;
};

/** Does all that an import does but write. Throws `ImportRefused`. */
export async function dryRunImport(
  { source, mapping, inspection, now, signal }: DryRunImport,
  target: Store = store,
): Promise<ImportReport> {
  const arrived = now();
  const opened = await openImport({ source, mapping, inspection }, target);
  const connections = await openConnections(target, { isDry: true });
  const rejections: Rejection[] = [];
  try {
    const { zones } = opened;
    const session = { store: target, ...connections, importId: 0, isDry: true, arrived, source: mapping.source, zones };
    const from = { recordsRead: 0, bytesRead: 0, counts: NO_COUNTS };
    const keep = async (_: unknown, more: readonly Rejection[]) => {
      rejections.push(...more.slice(0, REPORTED_REJECTIONS - rejections.length));
    };
    const { progress, sample } = await importFile({ ...opened, from, keep, now, signal }, session);
    const seconds = (now().getTime() - arrived.getTime()) / 1000;
    return reportOf({ plan: opened.plan, counts: progress.counts, rejections, sample, seconds });
  } finally {
    await connections.end();
  }
}
