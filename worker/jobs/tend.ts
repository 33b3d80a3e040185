import { enqueueJob } from "#db/mutations/enqueue-job.ts";
import { tidyGenerations } from "#db/mutations/tidy-generations.ts";
import { findCurrentGeneration } from "#db/queries/current-generation.ts";
import { areLeadsDue } from "#db/queries/due-leads.ts";
import { planGeneration, reasonToBuild } from "#db/queries/generation-plan.ts";
import { listAbandonedImports } from "#db/queries/imports.ts";
import { findOrganisation } from "#db/queries/organisation.ts";
import { localDay } from "#lib/time/local-day.ts";
import type { JobContext, JobHandler } from "#worker/job.ts";

/** What no person asks for: the new day at the organisation's midnight, and what was left behind. */
export const tendJob: JobHandler<"tend"> = async (_, context) => {
  const isBehind = await areScoresBehind(context);
  if (isBehind) await enqueueJob({ queue: "build-generation", data: {} });
  const isDue = await areLeadsDue();
  if (isDue) await enqueueJob({ queue: "process-due", data: {} });
  const abandoned = await listAbandonedImports({ at: context.now() });
  for (const importId of abandoned) await enqueueJob({ queue: "import", data: { importId } });
  return { isBehind, isDue, imports: abandoned.length, dropped: await tidyGenerations({ at: context.now() }) };
};

async function areScoresBehind({ now }: JobContext): Promise<boolean> {
  const organisation = await findOrganisation();
  if (!organisation) return false;
  const plan = await planGeneration({ day: localDay(now().getTime(), organisation.timeZone) });
  return plan !== null && reasonToBuild(plan, await findCurrentGeneration()) !== null;
}
