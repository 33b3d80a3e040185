import { scoreAllAnew } from "#db/mutations/build-generation.ts";
import { verifyBetweenPasses } from "#db/mutations/verify-between-passes.ts";
import { findCurrentGeneration } from "#db/queries/current-generation.ts";
import { faultsOf } from "#lib/verification/verification.ts";
import type { JobHandler } from "#worker/job.ts";

/** Holds the stored scores against the facts, after all were made anew where somebody asked for that. */
export const verifyJob: JobHandler<"verify"> = async ({ scoresFirst = false }, context) => {
  if (scoresFirst && (await findCurrentGeneration())) await scoreAllAnew({ ...context, cause: "import" });
  const found = await verifyBetweenPasses(context);
  if (!found) return {};
  const { faults, ...counts } = found;
  if (faultsOf(found) > 0) context.log.error({ ...counts, faults }, "stored scores are not what the facts give");
  return counts;
};
