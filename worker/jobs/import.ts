import { runImport } from "#db/mutations/run-import.ts";
import { scoreAfterImport } from "#db/mutations/score-after-import.ts";
import { dropUpload } from "#lib/import/uploads.ts";
import type { JobHandler } from "#worker/job.ts";

export const importJob: JobHandler<"import"> = async ({ importId }, { now, signal }) => {
  const done = await runImport({ importId, now, signal });
  if (!done || done.isDryRun) return { importId, status: done?.status ?? "not there to run" };
  await dropUpload(done.filePath);
  const scored = await scoreAfterImport({ now, signal });
  return { importId, status: done.status, ...done.report?.counts, ...scored };
};
