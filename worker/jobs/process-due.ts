import { scoreDueLeads } from "#db/mutations/score-due-leads.ts";
import type { JobHandler } from "#worker/job.ts";

export const processDueJob: JobHandler<"process-due"> = async (_, { now, signal }) => {
  return { scored: await scoreDueLeads({ now, signal }) };
};
