import { and, eq, gt, inArray } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { lockLeads } from "#db/locks.ts";
import { readFieldTypes } from "#db/queries/generation-plan.ts";
import { findOrganisation } from "#db/queries/organisation.ts";
import { leadTraits } from "#db/schema/index.ts";
import { leadFieldOf, typedValue, type Values } from "#lib/ingest/traits.ts";
import { enqueueJob } from "./enqueue-job.ts";
import { type Filling, fillByName, type Part, type Some } from "./fill-by-name.ts";
import { fillCompanyTraits } from "./fill-company-traits.ts";
import { fillLeadFields } from "./fill-lead-fields.ts";
import { markLeadsDue } from "./mark-leads-due.ts";
import { notify } from "./notify.ts";

const LEADS_AT_ONCE = 500;

/**
 * Gives fields what was said of leads and companies before there were such fields, since when it was said. A value that
 * is there stays, and what is nothing that the field holds stays kept. Gives how many leads and companies got one.
 */
export async function fillTraitFields(
  { now, signal }: Omit<Filling, "context">,
  executor: Executor = db,
): Promise<number> {
  const organisation = await findOrganisation(executor);
  if (!organisation) return 0;
  const context = { types: await readFieldTypes(executor), timeZone: organisation.timeZone };
  const filling = { context, now, signal };
  const named = await executor.selectDistinct({ name: leadTraits.name }).from(leadTraits);
  const ofCompanies = await fillCompanyTraits(filling, executor);
  const fieldOf = (name: string) => leadFieldOf(name, context.types);
  const ofLeads = await fillByName(
    { names: named.map(({ name }) => name), fieldOf, fill: (some) => fillSome(some, executor) },
    filling,
  );
  const filled = ofCompanies + ofLeads;
  if (filled > 0) await enqueueJob({ queue: "process-due", data: {} }, executor);
  return filled;
}

function fillSome({ name, field, after, at, context }: Some, executor: Executor): Promise<Part> {
  return executor.transaction(async (tx) => {
    const next = await tx
      .select({ leadId: leadTraits.leadId })
      .from(leadTraits)
      .where(and(eq(leadTraits.name, name), gt(leadTraits.leadId, after)))
      .orderBy(leadTraits.leadId)
      .limit(LEADS_AT_ONCE);
    const leadIds = next.map(({ leadId }) => leadId);
    await lockLeads(leadIds, tx);
    const said = await tx
      .select()
      .from(leadTraits)
      .where(and(eq(leadTraits.name, name), inArray(leadTraits.leadId, leadIds)));
    const values = new Map<number, Values>();
    for (const { leadId, value } of said) {
      const typed = typedValue(value, context.types[field], context);
      if (typed !== null) values.set(leadId, { [field]: typed });
    }
    const since = new Map(said.map(({ leadId, saidAt }) => [leadId, saidAt] as const));
    const changed = await fillLeadFields({ values, onlyEmpty: true, at, since }, tx);
    if (values.size > 0)
      await tx.delete(leadTraits).where(and(eq(leadTraits.name, name), inArray(leadTraits.leadId, [...values.keys()])));
    if (changed.length > 0) {
      // A model may ask for the field by now.
      await markLeadsDue({ leadIds: changed, at }, tx);
      await notify({ leads: changed }, tx);
    }
    return { filled: changed.length, last: leadIds.at(-1) ?? null };
  });
}
