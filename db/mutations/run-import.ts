import { and, eq, inArray, sql } from "drizzle-orm";
import { type Store, store } from "#db/client.ts";
import { copyRows } from "#db/copy-lines.ts";
import type { Keeper, Progress } from "#db/import/file-to-import.ts";
import { importFile } from "#db/import/import-file.ts";
import { type OpenedImport, openImport } from "#db/import/open-import.ts";
import { type ImportSession, lockImports, openConnections } from "#db/import/session.ts";
import { findImport, type ImportRecord, listRejections } from "#db/queries/imports.ts";
import { importRejections, imports } from "#db/schema/index.ts";
import { fileSource } from "#lib/csv/byte-source.ts";
import type { ImportStatus } from "#lib/import/constants.ts";
import { encodeRefusal, type ImportRefusal, ImportRefused } from "#lib/import/refusal.ts";
import { type ImportReport, NO_COUNTS, REPORTED_REJECTIONS, reportOf } from "#lib/import/report.ts";
import { makeFields } from "./make-fields.ts";
import { notify } from "./notify.ts";
import { recordAudit } from "./record-audit.ts";

export type RunImport = {
  readonly importId: number;
  readonly now: () => Date;
  /** Stops between two batches; the import goes on from there when it is run again. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
};

/** Somebody cancelled the import, or another process ended it. */
class ImportStopped extends Error {}

/**
 * Runs a queued import, or goes on with one whose process is gone, to its end. Waits for another
 * import that is under way. Gives the import as it stands then; null when it was not there to run.
 */
export async function runImport(input: RunImport, target: Store = store): Promise<ImportRecord | null> {
  const { importId, now, signal } = input;
  const found = await findRunnable(importId, target);
  if (!found) return null;
  const connections = await openConnections(target, { isDry: found.isDryRun });
  const { client } = connections;
  try {
    await lockImports(client, signal);
    const record = await findRunnable(importId, target);
    if (!record) return null;
    const arrived = record.startedAt ?? now();
    const taken = await target.db
      .update(imports)
      .set({ status: "running", startedAt: arrived, heartbeatAt: now(), failure: null })
      .where(and(eq(imports.id, importId), inArray(imports.status, ["queued", "running"])))
      .returning({ id: imports.id });
    if (taken.length === 0) return null;
    const { source } = record.mapping;
    const shared = { store: target, ...connections, importId, isDry: record.isDryRun, arrived, source };
    try {
      const report = await run(record, shared, input);
      await finish({ importId, status: "done", report, at: now() }, target);
    } catch (error) {
      if (signal?.aborted) throw error;
      if (!(error instanceof ImportStopped)) await fail({ importId, error, at: now() }, target);
      if (!(error instanceof ImportStopped || error instanceof ImportRefused)) throw error;
    }
    await forgetWork(importId, target);
    const ended = await findImport({ importId }, target.db);
    if ((ended?.report?.counts.created ?? 0) >= ANALYZE_FROM) await client.query(`analyze ${GROWN_TABLES}`);
    return ended;
  } finally {
    await connections.end();
  }
}

async function findRunnable(importId: number, { db }: Store): Promise<ImportRecord | null> {
  const record = await findImport({ importId }, db);
  return record && (record.status === "queued" || record.status === "running") ? record : null;
}

async function run(
  record: ImportRecord,
  shared: Omit<ImportSession, "zones">,
  { now, signal, onProgress }: RunImport,
): Promise<ImportReport> {
  const opened = await openFile(record, shared.store);
  const { plan } = opened;
  if (!record.isDryRun) await makeFields({ fields: plan.newFields, at: shared.arrived }, shared.store.db);
  const { recordsRead, bytesRead, report } = record;
  // What a dry run knew of the file went with its process: it begins again.
  const from = record.isDryRun
    ? { recordsRead: 0, bytesRead: 0, counts: NO_COUNTS }
    : { recordsRead, bytesRead, counts: report?.counts ?? NO_COUNTS };
  if (record.isDryRun) await shared.store.db.delete(importRejections).where(eq(importRejections.importId, record.id));
  const newFields = report?.fieldsCreated ?? plan.newFields.map(({ key }) => key);
  const summary = (counts: Progress["counts"]) => ({
    ...reportOf({ plan, counts, rejections: [], sample: [], seconds: secondsSince(shared.arrived, now()) }),
    fieldsCreated: newFields,
  });
  const keep: Keeper = async (progress, rejections) => {
    await keepRejections(rejections, shared);
    await keepProgress({ progress, report: summary(progress.counts), at: now() }, shared);
    onProgress?.(progress);
  };
  const session = { ...shared, zones: opened.zones };
  const { progress, sample } = await importFile({ ...opened, from, keep, now, signal }, session);
  const rejected = { importId: record.id, afterLine: 0, limit: REPORTED_REJECTIONS };
  const rejections = await listRejections(rejected, shared.store.db);
  return { ...summary(progress.counts), rejections, sample: record.isDryRun ? sample : [] };
}

async function openFile(
  { filePath, fileName, fileSha256, mapping }: ImportRecord,
  target: Store,
): Promise<OpenedImport> {
  const source = await fileSource(filePath).catch(() => {
    throw new ImportRefused({ refusal: "file_gone", about: fileName });
  });
  const opened = await openImport({ source, mapping }, target);
  if (opened.inspection.sha256 !== fileSha256) throw new ImportRefused({ refusal: "file_changed", about: fileName });
  return opened;
}

const MOST_VALUE_CHARACTERS = 1000;

async function keepRejections(
  rejections: Parameters<Keeper>[1],
  { client, importId }: Omit<ImportSession, "zones">,
): Promise<void> {
  await copyRows(
    client,
    "import_rejections (import_id, line_number, column_name, value, reason, record)",
    rejections.map(({ line, column, value, reason, cells }) => [
      importId,
      line,
      column,
      value?.slice(0, MOST_VALUE_CHARACTERS) ?? null,
      reason,
      { json: cells },
    ]),
  );
}

type Kept = { readonly progress: Progress; readonly report: ImportReport; readonly at: Date };

async function keepProgress(
  { progress, report, at }: Kept,
  { client, importId }: Omit<ImportSession, "zones">,
): Promise<void> {
  const { rowCount } = await client.query({
    name: "keep_progress",
    text: `update imports set records_read = $2, bytes_read = $3, report = $4, heartbeat_at = $5
      where id = $1 and status = 'running'`,
    values: [importId, progress.recordsRead, progress.bytesRead, JSON.stringify(report), at],
  });
  if (rowCount !== 1) throw new ImportStopped();
}

type Finish = {
  readonly importId: number;
  readonly status: ImportStatus;
  readonly report: ImportReport;
  readonly at: Date;
};

async function finish({ importId, status, report, at }: Finish, { db }: Store): Promise<void> {
  await db.transaction(async (tx) => {
    const [row] = await tx
      .update(imports)
      .set({ status, report, finishedAt: at, heartbeatAt: at, bytesRead: sql`${imports.fileBytes}` })
      .where(and(eq(imports.id, importId), eq(imports.status, "running")))
      .returning({ createdBy: imports.createdBy, isDryRun: imports.isDryRun });
    if (!row || row.isDryRun) return;
    const details = { ...report.counts, fieldsCreated: report.fieldsCreated };
    const entry = { at, actorId: row.createdBy, action: "import.finished", subject: `import:${importId}`, details };
    await recordAudit(entry, tx);
    // Names, owners and stages may be others now, of any lead.
    await notify({ leads: null }, tx);
  });
}

async function fail(
  { importId, error, at }: { readonly importId: number; readonly error: unknown; readonly at: Date },
  { db }: Store,
): Promise<void> {
  const refusal: ImportRefusal = error instanceof ImportRefused ? error.refusal : { refusal: "unexpected", about: "" };
  await db
    .update(imports)
    .set({ status: "failed", failure: encodeRefusal(refusal), finishedAt: at })
    .where(and(eq(imports.id, importId), eq(imports.status, "running")));
}

/** From so many new rows on, the server's picture of its tables is too old for the questions that follow. */
const ANALYZE_FROM = 10_000;
const GROWN_TABLES = "leads, lead_identities, stage_changes, outcomes, accounts, events, due_leads";

/** What only a running import needs. */
async function forgetWork(importId: number, { db }: Store): Promise<void> {
  await db.execute(sql`delete from import_occurrences where import_id = ${importId}`);
  await db.execute(sql`delete from import_pending where import_id = ${importId}`);
}

function secondsSince(from: Date, to: Date): number {
  return (to.getTime() - from.getTime()) / 1000;
}
