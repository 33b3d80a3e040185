import { showScore } from "#app/_server/api-shapes.ts";
import { defineOperation } from "#app/_server/operation-route.ts";
import { findReadScore } from "#db/queries/api/scores.ts";
import { findCurrentGeneration } from "#db/queries/current-generation.ts";
import { findSurvivor } from "#db/queries/survivor.ts";
import { OPERATIONS } from "#lib/api/operations.ts";
import { ok, refuse } from "#lib/result.ts";

/** Not found: there is no such lead, or it has no score. */
export const GET = defineOperation(OPERATIONS.readScore, async ({ params }) => {
  const [generation, { leadId }] = await Promise.all([findCurrentGeneration(), findSurvivor(params.lead)]);
  const score = generation && (await findReadScore({ generationId: generation.id, leadId }));
  return score ? ok(showScore(score, generation.day)) : refuse("not_found");
});
