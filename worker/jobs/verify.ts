import { bringUpToDate, buildGeneration } from "#db/mutations/build-generation.ts";
import { verifyBetweenPasses } from "#db/mutations/verify-between-passes.ts";
import { findScoringDay } from "#db/queries/pending-build.ts";
import { faultsOf } from "#lib/verification/verification.ts";
import type { JobContext, JobHandler } from "#worker/job.ts";

/** Holds the stored scores against the facts, after all were made anew where somebody asked for that. */
export const verifyJob: JobHandler<"verify"> = async ({ scoresFirst = false }, context) => {
  if (scoresFirst) await scoreAll(context);
  const found = await verifyBetweenPasses(context);
  if (!found) return {};
  const { faults, ...counts } = found;
  if (faultsOf(found) > 0) context.log.error({ ...counts, faults }, "stored scores are not what the facts give");
  return counts;
};

async function scoreAll({ now, signal }: JobContext): Promise<void> {
  if (await bringUpToDate({ now, signal })) return;
  const day = await findScoringDay({ at: now() });
  if (day !== null) await buildGeneration({ cause: "import", day, now, signal });
}
