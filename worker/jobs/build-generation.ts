import { bringUpToDate } from "#db/mutations/build-generation.ts";
import { preparePreviews } from "#db/mutations/prepare-previews.ts";
import type { JobHandler } from "#worker/job.ts";

export const buildGenerationJob: JobHandler<"build-generation"> = async (_, { now, signal }) => {
  const built = await bringUpToDate({ now, signal });
  if (built) await preparePreviews();
  return { ...built };
};
