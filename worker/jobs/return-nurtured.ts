import { returnNurtured } from "#db/mutations/return-nurtured.ts";
import type { JobHandler } from "#worker/job.ts";

export const returnNurturedJob: JobHandler<"return-nurtured"> = async (_, context) => ({
  returned: await returnNurtured(context),
});
