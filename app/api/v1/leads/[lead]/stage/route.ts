import { showLead } from "#app/_server/api-shapes.ts";
import { defineOperation } from "#app/_server/operation-route.ts";
import { findOrganisationZone } from "#app/_server/organisation-zone.ts";
import { actAsKey } from "#db/mutations/act-as-key.ts";
import { setStage } from "#db/mutations/set-stage.ts";
import { findReadLead } from "#db/queries/api/leads.ts";
import { readFieldTypes } from "#db/queries/generation-plan.ts";
import { findSurvivor } from "#db/queries/survivor.ts";
import { OPERATIONS } from "#lib/api/operations.ts";
import { ok, refuse } from "#lib/result.ts";
import { localDay, parseEpochDay } from "#lib/time/local-day.ts";

/** Puts a lead in the stage that it has elsewhere; one that is there already stays as it is. */
export const POST = defineOperation(OPERATIONS.setStage, async ({ params, body, key: { keyId }, at }) => {
  const { stage, reason = null, returns_on } = body;
  const { leadId } = await findSurvivor(params.lead);
  const day = localDay(at.getTime(), await findOrganisationZone());
  const returnsOn = returns_on === undefined ? null : parseEpochDay(returns_on);
  const result = await actAsKey(
    { keyId, at },
    (tx) => setStage({ leadId, stage, reason, returnsOn, at, day }, tx),
    ({ isMoved }) =>
      isMoved ? { action: "lead.stage_set", subject: `lead:${leadId}`, details: { stage, reason } } : null,
  );
  if (!result.ok) return result;
  const [lead, types] = await Promise.all([findReadLead({ leadId }), readFieldTypes()]);
  return lead ? ok(showLead(lead, types)) : refuse("not_found");
});
