import { store } from "#db/client.ts";
import { measurePastBase } from "#db/mutations/measure-past.ts";
import type { JobHandler } from "#worker/job.ts";

/** A queue of its own: the past takes longer, and a hand on the present does not wait for it. */
export const measurePastJob: JobHandler<"measure-past"> = async ({ baseId }, { now, signal }) => {
  return { columns: await measurePastBase({ baseId, now, signal }, store) };
};
