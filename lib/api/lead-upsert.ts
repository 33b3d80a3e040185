import type { FieldCatalogue } from "#lib/scoring/facts.ts";
import { readValues } from "./field-values.ts";
import type { LeadBody } from "./shapes/lead.ts";

/** What a body says of a lead. */
export function leadUpsertOf(body: LeadBody, { types, at }: { readonly types: FieldCatalogue; readonly at: Date }) {
  const { email, external_ids, account, owner, may_call, may_email, may_score, fields, created_at } = body;
  return {
    email,
    externalIds: external_ids,
    account: account && { name: account.name ?? null, domain: account.domain ?? null },
    owner,
    permissions: {
      ...(may_call !== undefined && { mayCall: may_call }),
      ...(may_email !== undefined && { mayEmail: may_email }),
      ...(may_score !== undefined && { mayScore: may_score }),
    },
    values: readValues(fields, types),
    createdAt: created_at === undefined ? null : new Date(created_at),
    at,
  };
}
