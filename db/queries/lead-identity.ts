import { and, eq, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { leadIdentities, leadMerges, leads } from "#db/schema/index.ts";
import { EMAIL_KIND, normalizeEmail } from "#lib/leads/identity.ts";
import { readLeadNumber } from "#lib/leads/lead-number.ts";
import { findSurvivor } from "./survivor.ts";

/** The lead that a person means by its number, its e-mail address or its id at a source; null when there is none. The number of a record that went into another means that one. */
export async function findLeadId({ text }: { readonly text: string }, executor: Executor = db): Promise<number | null> {
  const [named] = await listNumbered(text, executor);
  if (named !== undefined) return named;
  const number = readLeadNumber(text);
  const survivor = number === null ? null : await findSurvivor(number, executor);
  if (survivor?.mergedAt) return survivor.leadId;
  const email = normalizeEmail(text);
  if (email === null) return null;
  const [addressed] = await executor
    .select({ leadId: leadIdentities.leadId })
    .from(leadIdentities)
    .where(and(eq(leadIdentities.kind, EMAIL_KIND), eq(leadIdentities.value, email)));
  return addressed?.leadId ?? null;
}

/**
 * The leads that a text names outright: the one of that number, before those with that id at a source.
 * There is no index of the values alone, as it would slow every import: the few kinds that there are
 * are stepped through, and the value is looked up in each.
 */
export async function listNumbered(text: string, executor: Executor = db): Promise<number[]> {
  const rows = await executor.execute<{ id: string }>(sql`
    with recursive kinds (kind) as (
      (select kind from ${leadIdentities} order by kind limit 1)
      union all
      select (select next.kind from ${leadIdentities} next where next.kind > kinds.kind order by next.kind limit 1)
      from kinds where kinds.kind is not null
    )
    select id, 1 as place from ${leads} where id = ${readLeadNumber(text) ?? 0}
    union all
    select found.lead_id, 2 from kinds, lateral (
      select lead_id from ${leadIdentities} where kind = kinds.kind and value = ${text.trim()} limit 1) found
    where kinds.kind like 'external:%'
    union all
    select lead_id, 3 from ${leadMerges} where merged_id = ${readLeadNumber(text) ?? 0} and undone_at is null
    order by place, id`);
  return [...new Set(rows.map(({ id }) => Number(id)))];
}
