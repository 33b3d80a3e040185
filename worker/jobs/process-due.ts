import { scoreAfterImport } from "#db/mutations/score-after-import.ts";
import type { JobHandler } from "#worker/job.ts";

export const processDueJob: JobHandler<"process-due"> = async (_, { now, signal }) => {
  return { ...(await scoreAfterImport({ now, signal })) };
};
