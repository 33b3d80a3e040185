import { runImport } from "#db/mutations/run-import.ts";
import { scoreDueLeads } from "#db/mutations/score-due-leads.ts";
import { stageOf } from "#lib/import/stage.ts";
import { dropUpload } from "#lib/import/uploads.ts";
import type { JobHandler } from "#worker/job.ts";

export const importJob: JobHandler<"import"> = async ({ importId }, { now, signal }) => {
  const done = await runImport({ importId, now, signal });
  // A dry run that was stopped may be queued for good by now: its file is still needed.
  if (!done || stageOf(done) !== "ended") return { importId, status: done?.status ?? "not there to run" };
  await dropUpload(done.filePath);
  const scored = await scoreDueLeads({ now, signal });
  return { importId, status: done.status, ...done.report?.counts, ...scored };
};
