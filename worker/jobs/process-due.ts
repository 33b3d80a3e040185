import { scoreDueLeads } from "#db/mutations/score-due-leads.ts";
import { isImportRunning } from "#db/queries/due-leads.ts";
import type { JobHandler } from "#worker/job.ts";

export const processDueJob: JobHandler<"process-due"> = async (_, { now, signal }) => {
  const only = (await isImportRunning()) ? "account" : undefined;
  return { ...(await scoreDueLeads({ now, signal, only })) };
};
