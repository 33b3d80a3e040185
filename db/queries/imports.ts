import { and, asc, desc, eq, gt, inArray, lt, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { IMPORTS_LOCK } from "#db/import/session.ts";
import { importRejections, imports, users } from "#db/schema/index.ts";
import type { ImportKind, ImportStatus } from "#lib/import/constants.ts";
import { type Mapping, mappingSchema } from "#lib/import/mapping.ts";
import { reasonSchema } from "#lib/import/reasons.ts";
import { decodeRefusal, type ImportRefusal } from "#lib/import/refusal.ts";
import type { RejectedRow } from "#lib/import/rejected-rows.ts";
import { type ImportReport, reportSchema } from "#lib/import/report.ts";

export type ImportRecord = {
  readonly id: number;
  readonly kind: ImportKind;
  readonly status: ImportStatus;
  readonly isDryRun: boolean;
  readonly fileName: string;
  readonly filePath: string;
  readonly fileBytes: number;
  readonly fileSha256: string;
  readonly mapping: Mapping;
  readonly recordsRead: number;
  readonly bytesRead: number;
  readonly report: ImportReport | null;
  readonly failure: ImportRefusal | null;
  /** Who started it; null: the command line. */
  readonly createdBy: string | null;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
};

const COLUMNS = {
  id: imports.id,
  kind: imports.kind,
  status: imports.status,
  isDryRun: imports.isDryRun,
  fileName: imports.fileName,
  filePath: imports.filePath,
  fileBytes: imports.fileBytes,
  fileSha256: imports.fileSha256,
  mapping: imports.mapping,
  recordsRead: imports.recordsRead,
  bytesRead: imports.bytesRead,
  report: imports.report,
  failure: imports.failure,
  createdBy: users.name,
  createdAt: imports.createdAt,
  startedAt: imports.startedAt,
  finishedAt: imports.finishedAt,
};

export async function findImport(
  { importId }: { readonly importId: number },
  executor: Executor = db,
): Promise<ImportRecord | null> {
  const [row] = await listRows(executor).where(eq(imports.id, importId));
  return row ? toRecord(row) : null;
}

/** The newest imports first; `beforeId`: those that are older than this one. */
export async function listImports(
  { beforeId, limit }: { readonly beforeId: number | null; readonly limit: number },
  executor: Executor = db,
): Promise<ImportRecord[]> {
  const rows = await listRows(executor)
    .where(beforeId === null ? undefined : lt(imports.id, beforeId))
    .orderBy(desc(imports.id))
    .limit(limit);
  return rows.map(toRecord);
}

/** Imports that were queued or under way, the oldest first: whether a process works on one shows its lock. */
export async function listOpenImports(executor: Executor = db): Promise<number[]> {
  const rows = await executor
    .select({ id: imports.id })
    .from(imports)
    .where(inArray(imports.status, ["queued", "running"]))
    .orderBy(asc(imports.id));
  return rows.map(({ id }) => id);
}

/** A job picks a queued import up well within this. */
const ABANDONED_AFTER_MS = 120_000;

/** Imports that no process works on though one should: running ones without the lock of imports, and queued ones left lying. */
export async function listAbandonedImports({ at }: { readonly at: Date }, executor: Executor = db): Promise<number[]> {
  const before = new Date(at.getTime() - ABANDONED_AFTER_MS).toISOString();
  const rows = await executor
    .select({ id: imports.id })
    .from(imports)
    .where(
      sql`(${imports.status} = 'running' or (${imports.status} = 'queued' and coalesce(${imports.heartbeatAt}, ${imports.createdAt}) < ${before}))
        and not exists (
          select from pg_locks
          where locktype = 'advisory' and granted and (classid::bigint << 32 | objid::bigint) = ${IMPORTS_LOCK})`,
    )
    .orderBy(asc(imports.id));
  return rows.map(({ id }) => id);
}

function listRows(executor: Executor) {
  return executor.select(COLUMNS).from(imports).leftJoin(users, eq(users.id, imports.createdBy)).$dynamic();
}

function toRecord(row: Awaited<ReturnType<typeof listRows>>[number]): ImportRecord {
  const report = reportSchema.safeParse(row.report);
  return {
    ...row,
    mapping: mappingSchema.parse(row.mapping),
    report: report.success ? report.data : null,
    failure: row.failure === null ? null : decodeRefusal(row.failure),
  };
}

/** Rejected rows in the order of the file, behind a line. */
export async function listRejections(
  { importId, afterLine, limit }: { readonly importId: number; readonly afterLine: number; readonly limit: number },
  executor: Executor = db,
): Promise<RejectedRow[]> {
  const rows = await executor
    .select({
      line: importRejections.lineNumber,
      column: importRejections.columnName,
      value: importRejections.value,
      reason: importRejections.reason,
      record: importRejections.record,
    })
    .from(importRejections)
    .where(and(eq(importRejections.importId, importId), gt(importRejections.lineNumber, afterLine)))
    .orderBy(asc(importRejections.lineNumber))
    .limit(limit);
  return rows.map((row) => ({ ...row, reason: reasonSchema.parse(row.reason) }));
}

const REJECTIONS_AT_ONCE = 500;

/** All rejected rows of an import, in the order of the file. */
export async function* streamRejections(
  { importId }: { readonly importId: number },
  executor: Executor = db,
): AsyncGenerator<RejectedRow> {
  for (let afterLine = 0; ; ) {
    const rows = await listRejections({ importId, afterLine, limit: REJECTIONS_AT_ONCE }, executor);
    yield* rows;
    const last = rows.at(-1);
    if (!last) return;
    afterLine = last.line;
  }
}
