import { measureQuality } from "#db/mutations/measure-quality.ts";
import type { JobHandler } from "#worker/job.ts";

/** Finds how good the data are, for the page of their quality. Whoever asks for it has a reason that no clock need know. */
export const measureQualityJob: JobHandler<"measure-quality"> = async (_, { now }) => {
  const figures = await measureQuality({ now });
  return figures ? { leads: figures.leads, bad: figures.scores.bad } : {};
};
