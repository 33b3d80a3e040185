import { pageByNumber } from "#app/_server/api-page.ts";
import { showScore } from "#app/_server/api-shapes.ts";
import { defineOperation } from "#app/_server/operation-route.ts";
import { listReadScores } from "#db/queries/api/scores.ts";
import { findCurrentGeneration } from "#db/queries/current-generation.ts";
import { OPERATIONS } from "#lib/api/operations.ts";
import { ok } from "#lib/result.ts";

export const GET = defineOperation(OPERATIONS.listScores, async ({ query }) => {
  const generation = await findCurrentGeneration();
  if (!generation) return ok({ data: [], next: null });
  return pageByNumber(query, {
    list: ({ after, limit }) => listReadScores({ generationId: generation.id, after: after ?? 0, limit }),
    show: (score) => showScore(score, generation.day),
    keyOf: ({ leadId }) => leadId,
  });
});
