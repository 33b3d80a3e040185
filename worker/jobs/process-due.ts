import { makeDueLists } from "#db/mutations/make-due-lists.ts";
import { scoreDueLeads } from "#db/mutations/score-due-leads.ts";
import { isImportRunning } from "#db/queries/due-leads.ts";
import type { JobHandler } from "#worker/job.ts";

export const processDueJob: JobHandler<"process-due"> = async (_, { now, signal }) => {
  const only = (await isImportRunning()) ? "account" : undefined;
  const done = await scoreDueLeads({ now, signal, only });
  // An import that needs no pass of its own is seen by who found nobody to call before it.
  const lists = done.scored > 0 ? await makeDueLists({ now, signal, orEmpty: true }) : 0;
  return { ...done, lists };
};
