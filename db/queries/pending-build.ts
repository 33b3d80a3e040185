import { db, type Executor } from "#db/client.ts";
import type { GenerationCause } from "#db/schema/scores.ts";
import { localDay } from "#lib/time/local-day.ts";
import { scoringDay } from "#lib/time/scoring-day.ts";
import { findCurrentGeneration } from "./current-generation.ts";
import { type GenerationPlan, planGeneration, reasonToBuild } from "./generation-plan.ts";
import { findOrganisation } from "./organisation.ts";

/** The day that scores made at an instant belong to; null before there is an organisation. */
export async function findScoringDay({ at }: { readonly at: Date }, executor: Executor = db): Promise<number | null> {
  const organisation = await findOrganisation(executor);
  if (!organisation) return null;
  const { timeZone } = organisation;
  const inForce = await findCurrentGeneration(executor);
  return scoringDay({ today: localDay(at.getTime(), timeZone), timeZone, inForce });
}

export type PendingBuild = { readonly plan: GenerationPlan; readonly cause: GenerationCause };

/** The generation that has to be built at an instant, and why; null when the one in force is what it should be. */
export async function findPendingBuild(
  { at }: { readonly at: Date },
  executor: Executor = db,
): Promise<PendingBuild | null> {
  const day = await findScoringDay({ at }, executor);
  const plan = day === null ? null : await planGeneration({ day }, executor);
  const cause = plan && reasonToBuild(plan, await findCurrentGeneration(executor));
  return plan && cause ? { plan, cause } : null;
}
