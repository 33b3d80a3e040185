import type { Executor } from "#db/client.ts";
import { readFieldTypes } from "#db/queries/generation-plan.ts";
import { otherTraitsOf } from "#lib/ingest/other-traits.ts";
import type { IdOf, IngestPlan, LeadRef } from "#lib/ingest/plan.ts";
import { isSaid } from "#lib/ingest/properties.ts";
import { accountValuesOf, type FieldContext, leadValuesOf, type Values } from "#lib/ingest/traits.ts";
import { fillLeadFields } from "./fill-lead-fields.ts";
import { joinAccount } from "./join-account.ts";
import { keepTraits } from "./keep-traits.ts";

export type DescribeLeads = {
  readonly plan: IngestPlan;
  /** Whether what is there stays, since nobody vouches for who tells. */
  readonly onlyEmpty: boolean;
  readonly at: Date;
  readonly idOf: IdOf;
  readonly timeZone: string;
};

/** Gives leads and companies what a plan says of them. Gives the leads that changed. */
export async function describeLeads(
  { plan, onlyEmpty, at, idOf, timeZone }: DescribeLeads,
  executor: Executor,
): Promise<readonly number[]> {
  if (plan.told.length + plan.groups.length === 0) return [];
  const context: FieldContext = { types: await readFieldTypes(executor), timeZone };
  const values = new Map<number, Values>();
  const others = new Map<number, Values>();
  for (const { leadRef, message } of plan.told) {
    add(values, leadRef, leadValuesOf(message.traits, context));
    add(others, leadRef, otherTraitsOf(message.traits, context.types));
  }
  await keepTraits({ traits: others, onlyEmpty, at }, executor);
  const changed = await fillLeadFields({ values, onlyEmpty, at }, executor);
  const companies = plan.told.flatMap(({ leadRef, message: { traits } }) => {
    const company = typeof traits.company === "string" ? { name: traits.company } : traits.company;
    return isSaid(company) ? [{ leadRef, groupId: null, traits: company }] : [];
  });
  const groups = plan.groups.map(({ leadRef, message }) => ({
    leadRef,
    groupId: onlyEmpty ? null : message.groupId,
    traits: message.traits,
  }));
  const joining: number[] = [];
  for (const { leadRef, groupId, traits } of [...companies, ...groups]) {
    const leadId = leadRef === null ? null : idOf(leadRef);
    await joinAccount({ leadId, groupId, values: accountValuesOf(traits, context), onlyEmpty, at }, executor);
    if (leadId !== null) joining.push(leadId);
  }
  return [...changed, ...joining];

  function add(all: Map<number, Values>, leadRef: LeadRef, said: Values): void {
    const before = all.get(idOf(leadRef)) ?? {};
    all.set(idOf(leadRef), onlyEmpty ? { ...said, ...before } : { ...before, ...said });
  }
}
