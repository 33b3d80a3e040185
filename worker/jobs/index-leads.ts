import { setTimeout as sleep } from "node:timers/promises";
import { indexDueLeads } from "#db/mutations/index-due-leads.ts";
import { isImportRunning } from "#db/queries/due-leads.ts";
import type { JobHandler } from "#worker/job.ts";

const PAUSE_MS = 500;

/** Keeps up with an import: a search looks through what is not indexed lead by lead. */
export const indexLeadsJob: JobHandler<"index-leads"> = async (_, { signal }) => {
  let indexed = await indexDueLeads({ signal });
  while (await isImportRunning()) {
    await sleep(PAUSE_MS, undefined, { signal });
    indexed += await indexDueLeads({ signal });
  }
  return { indexed };
};
