import { store } from "#db/client.ts";
import { measureTruth } from "#db/mutations/measure-truth.ts";
import { isTruthDue } from "#db/queries/truth-report.ts";
import type { JobHandler } from "#worker/job.ts";

/** Finds what the scores were worth, for the page of figures. */
export const measureTruthJob: JobHandler<"measure-truth"> = async (_, { now, signal }) => {
  // Asked for again while it was under way.
  if (!(await isTruthDue())) return {};
  const report = await measureTruth({ now, signal }, store);
  return report ? { kind: report.kind, looked: report.looked } : {};
};
