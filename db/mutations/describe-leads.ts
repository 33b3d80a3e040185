import type { Executor } from "#db/client.ts";
import { readFieldTypes } from "#db/queries/generation-plan.ts";
import { companyOf } from "#lib/ingest/company.ts";
import { otherCompanyTraitsOf, otherTraitsOf } from "#lib/ingest/other-traits.ts";
import type { IdOf, IngestPlan, LeadRef } from "#lib/ingest/plan.ts";
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
  await keepTraits({ of: "lead", traits: others, onlyEmpty, at }, executor);
  const changed = await fillLeadFields({ values, onlyEmpty, at }, executor);
  const companies = plan.told.flatMap(({ leadRef, message }) => {
    const company = companyOf(message.traits);
    return company ? [{ leadRef, ...company }] : [];
  });
  const groups = plan.groups.map(({ leadRef, message }) => ({ leadRef, ...message }));
  const joining: number[] = [];
  for (const { leadRef, groupId, traits } of [...companies, ...groups]) {
    const leadId = leadRef === null ? null : idOf(leadRef);
    const said = { values: accountValuesOf(traits, context), others: otherCompanyTraitsOf(traits, context.types) };
    await joinAccount({ leadId, groupId: onlyEmpty ? null : groupId, ...said, onlyEmpty, at }, executor);
    if (leadId !== null) joining.push(leadId);
  }
  return [...changed, ...joining];

  function add(all: Map<number, Values>, leadRef: LeadRef, said: Values): void {
    const before = all.get(idOf(leadRef)) ?? {};
    all.set(idOf(leadRef), onlyEmpty ? { ...said, ...before } : { ...before, ...said });
  }
}
