import { helpFill } from "#db/mutations/fill-slices.ts";
import type { JobHandler } from "#worker/job.ts";

export const fillSlicesJob: JobHandler<"fill-slices"> = async ({ generationId }, { signal }) => {
  await helpFill({ generationId, signal });
  return { generationId };
};
