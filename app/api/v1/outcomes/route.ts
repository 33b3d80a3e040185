import { pageByPair } from "#app/_server/api-page.ts";
import { showOutcome } from "#app/_server/api-shapes.ts";
import { defineOperation } from "#app/_server/operation-route.ts";
import { actAsKey } from "#db/mutations/act-as-key.ts";
import { recordOutcome } from "#db/mutations/record-outcome.ts";
import { findReadOutcome, listReadOutcomes } from "#db/queries/api/outcomes.ts";
import { findLeadId } from "#db/queries/lead-identity.ts";
import { OPERATIONS } from "#lib/api/operations.ts";
import { settleClaimedTime } from "#lib/events/claimed-time.ts";
import { ok, refuse } from "#lib/result.ts";
import { isText } from "#lib/storable.ts";

export const GET = defineOperation(OPERATIONS.listOutcomes, async ({ query }) =>
  pageByPair(query, {
    list: ({ after, limit }) => listReadOutcomes({ after, limit, leadId: query.lead }),
    show: showOutcome,
    keyOf: ({ leadId, id }) => [leadId, id],
    isPlace: isText,
  }),
);

/** Records a deal won or lost, and the stage it leads to; one that is known stays as it was told first. */
export const POST = defineOperation(OPERATIONS.recordOutcome, async ({ body, key: { keyId }, at }) => {
  const { lead, id, result, value = null } = body;
  const leadId = await findLeadId({ text: String(lead) });
  if (leadId === null) return refuse("invalid_input", { fields: { lead: "unknown_lead" } });
  const decided = settleClaimedTime({
    claimed: body.at === undefined ? at.getTime() : Date.parse(body.at),
    arrived: at.getTime(),
  });
  if (!decided.ok) return refuse("invalid_input", { fields: { at: decided.reason } });
  const deal = {
    ...{ leadId, id, result, value, actorId: null, at },
    ...{ decidedAt: new Date(decided.occurredAt), isTimed: body.at !== undefined },
  };
  const recorded = await actAsKey(
    { keyId, at },
    (tx) => recordOutcome(deal, tx),
    ({ isNew }) => (isNew ? { action: "outcome.recorded", subject: `lead:${leadId}`, details: { id, result } } : null),
  );
  if (!recorded.ok) return recorded;
  const outcome = await findReadOutcome({ leadId, id });
  return outcome ? { ...ok(showOutcome(outcome)), isMade: recorded.value.isNew } : refuse("not_found");
});
