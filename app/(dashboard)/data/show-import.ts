import { readBuildProgress } from "#db/queries/build-progress.ts";
import { findCurrentGeneration } from "#db/queries/current-generation.ts";
import { areLeadsDue } from "#db/queries/due-leads.ts";
import type { ImportRecord } from "#db/queries/imports.ts";
import { stageOf } from "#lib/import/stage.ts";
import type { ImportAnswer, ImportView, ScoresState } from "#lib/import/view.ts";

/** An import as its page shows it. */
export async function answerImport(record: ImportRecord): Promise<ImportAnswer> {
  return { import: showImport(record), scores: stageOf(record) === "ended" ? await readScores() : "current" };
}

export function showImport(record: ImportRecord): ImportView {
  const { id, kind, status, isDryRun, fileName, fileBytes, recordsRead, bytesRead, report, failure } = record;
  const { createdBy, createdAt, finishedAt } = record;
  return {
    importId: id,
    kind,
    status,
    isDryRun,
    fileName,
    fileBytes,
    recordsRead,
    bytesRead,
    report,
    failure,
    createdBy,
    createdAt: createdAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  };
}

async function readScores(): Promise<ScoresState> {
  if (!(await findCurrentGeneration())) return "none";
  if (await areLeadsDue()) return "due";
  const { state } = await readBuildProgress();
  return state === "in_force" || state === "settling" ? "current" : "due";
}
