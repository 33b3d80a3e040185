import { store } from "#db/client.ts";
import { measurePreview } from "#db/mutations/measure-preview.ts";
import type { JobHandler } from "#worker/job.ts";

export const measurePreviewJob: JobHandler<"measure-preview"> = async ({ baseId }, { now, signal }) => {
  return { columns: await measurePreview({ baseId, now, signal }, store) };
};
