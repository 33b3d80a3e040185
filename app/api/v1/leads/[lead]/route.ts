import { showLead } from "#app/_server/api-shapes.ts";
import { defineOperation } from "#app/_server/operation-route.ts";
import { findReadLead } from "#db/queries/api/leads.ts";
import { readFieldTypes } from "#db/queries/generation-plan.ts";
import { findSurvivor } from "#db/queries/survivor.ts";
import { OPERATIONS } from "#lib/api/operations.ts";
import { ok, refuse } from "#lib/result.ts";

/** The number of a record that went into another reads that one. */
export const GET = defineOperation(OPERATIONS.readLead, async ({ params }) => {
  const { leadId } = await findSurvivor(params.lead);
  const [lead, types] = await Promise.all([findReadLead({ leadId }), readFieldTypes()]);
  return lead ? ok(showLead(lead, types)) : refuse("not_found");
});
