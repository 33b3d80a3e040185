import { enqueueJob } from "#db/mutations/enqueue-job.ts";
import { runImport } from "#db/mutations/run-import.ts";
import { scoreDueLeads } from "#db/mutations/score-due-leads.ts";
import { stageOf } from "#lib/import/stage.ts";
import { dropUpload } from "#lib/import/uploads.ts";
import type { JobHandler } from "#worker/job.ts";

export const importJob: JobHandler<"import"> = async ({ importId }, { now, signal, log }) => {
  let isFirst = true;
  const done = await runImport({ importId, now, signal, onProgress });
  // A dry run that was stopped may be queued for good by now: its file is still needed.
  if (!done || stageOf(done) !== "ended") return { importId, status: done?.status ?? "not there to run" };
  await dropUpload(done.filePath);
  const scored = await scoreDueLeads({ now, signal });
  return { importId, status: done.status, ...done.report?.counts, ...scored };

  /** The first rows are about to be committed: from here on the search has to keep up. */
  function onProgress(): void {
    if (!isFirst) return;
    isFirst = false;
    enqueueJob({ queue: "index-leads", data: {} }).catch((error: unknown) => log.error({ err: error }, "import"));
  }
};
