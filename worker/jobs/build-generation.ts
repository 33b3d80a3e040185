import { bringUpToDate } from "#db/mutations/build-generation.ts";
import type { JobHandler } from "#worker/job.ts";

export const buildGenerationJob: JobHandler<"build-generation"> = async (_, { now, signal }) => {
  return { ...(await bringUpToDate({ now, signal })) };
};
