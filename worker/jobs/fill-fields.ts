import { fillTraitFields } from "#db/mutations/fill-trait-fields.ts";
import type { JobHandler } from "#worker/job.ts";

export const fillFieldsJob: JobHandler<"fill-fields"> = async (_, { now, signal }) => ({
  filled: await fillTraitFields({ now, signal }),
});
