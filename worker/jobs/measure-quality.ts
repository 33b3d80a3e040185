import { measureQuality } from "#db/mutations/measure-quality.ts";
import { isQualityDue } from "#db/queries/quality-days.ts";
import type { JobHandler } from "#worker/job.ts";

/** Finds how good the data are, for the page of their quality. */
export const measureQualityJob: JobHandler<"measure-quality"> = async (_, { now }) => {
  // Asked for again while it was under way.
  if (!(await isQualityDue({ at: now() }))) return {};
  const figures = await measureQuality({ now });
  return figures ? { leads: figures.leads, bad: figures.scores.bad } : {};
};
