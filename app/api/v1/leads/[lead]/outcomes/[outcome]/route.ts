import { showOutcome } from "#app/_server/api-shapes.ts";
import { defineOperation } from "#app/_server/operation-route.ts";
import { findReadOutcome } from "#db/queries/api/outcomes.ts";
import { OPERATIONS } from "#lib/api/operations.ts";
import { ok, refuse } from "#lib/result.ts";

export const GET = defineOperation(OPERATIONS.readOutcome, async ({ params }) => {
  const outcome = await findReadOutcome({ leadId: params.lead, id: params.outcome });
  return outcome ? ok(showOutcome(outcome)) : refuse("not_found");
});
