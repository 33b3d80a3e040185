import { pageByNumber } from "#app/_server/api-page.ts";
import { showLead } from "#app/_server/api-shapes.ts";
import { defineOperation } from "#app/_server/operation-route.ts";
import { actAsKey } from "#db/mutations/act-as-key.ts";
import { upsertLead } from "#db/mutations/upsert-lead.ts";
import { findReadLead, listReadLeads } from "#db/queries/api/leads.ts";
import { readFieldTypes } from "#db/queries/generation-plan.ts";
import { atFields } from "#lib/api/at-fields.ts";
import { leadUpsertOf } from "#lib/api/lead-upsert.ts";
import { OPERATIONS } from "#lib/api/operations.ts";
import { ok, refuse } from "#lib/result.ts";

export const GET = defineOperation(OPERATIONS.listLeads, async ({ query }) => {
  const { stage, email, external_id } = query;
  const types = await readFieldTypes();
  const [source = "", ...rest] = external_id?.split(":") ?? [];
  const externalId = external_id === undefined ? undefined : { source, id: rest.join(":") };
  return pageByNumber(query, {
    list: ({ after, limit }) => listReadLeads({ after: after ?? 0, limit, stage, email, externalId }),
    show: (lead) => showLead(lead, types),
    keyOf: ({ leadId }) => leadId,
  });
});

export const POST = defineOperation(OPERATIONS.upsertLead, async ({ body, key: { keyId }, at }) => {
  const types = await readFieldTypes();
  if (Object.hasOwn(body.fields, "email")) return refuse("invalid_input", { fields: { "fields.email": "invalid" } });
  const upsert = () =>
    actAsKey(
      { keyId, at },
      (tx) => upsertLead(leadUpsertOf(body, { types, at }), tx),
      ({ leadId, isMade, changed }) =>
        changed.length === 0 && !isMade
          ? null
          : { action: isMade ? "lead.made" : "lead.changed", subject: `lead:${leadId}`, details: { fields: changed } },
    );
  // Of two that make the same lead at once the second finds it when it looks again.
  const first = await upsert();
  const result = !first.ok && first.refusal.reason === "made_meanwhile" ? await upsert() : first;
  if (!result.ok) return atFields(result, Object.keys(body.fields));
  const lead = await findReadLead(result.value);
  return lead ? { ...ok(showLead(lead, types)), isMade: result.value.isMade } : refuse("not_found");
});
