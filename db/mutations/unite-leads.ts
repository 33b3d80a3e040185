import { sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { idArray } from "#db/lead-slice.ts";
import { executePrepared } from "#db/prepared.ts";
import { EMAIL_KIND, type LeadIdentity } from "#lib/leads/identity.ts";
import type { MergeCause } from "#lib/leads/merge-cause.ts";
import { mergeLeads } from "./merge-leads.ts";

export type UniteLeads = {
  /** All of one person, as a trusted source says; never from a public key. Those that name no lead yet are passed over. */
  readonly identities: readonly LeadIdentity[];
  /** Whether the source said that one of them is another name of the person (`alias`). */
  readonly isAlias?: boolean;
  readonly at: Date;
};

/**
 * The one lead that some identities of a person name: of several the oldest stays, and the others go into it, which
 * can be undone. Two that one source knows by different ids are one person only by an alias: addresses are shared.
 * While an import runs all stay apart. Of those that stay apart the oldest is given. null: none is known.
 */
export async function uniteLeads(
  { identities, isAlias = false, at }: UniteLeads,
  executor: Executor = db,
): Promise<{ readonly leadId: number; readonly mergedIds: readonly number[] } | null> {
  return executor.transaction(async (tx) => {
    const named = await findNamed(identities, tx);
    const [keptId, ...others] = [...new Set(named.map(({ leadId }) => leadId))].sort((a, b) => a - b);
    if (keptId === undefined) return null;
    const mergedIds: number[] = [];
    for (const mergedId of others) {
      if (!isAlias && (await areTwoAtSource([keptId, mergedId], tx))) continue;
      const cause = isAlias ? "alias" : causeOf(named.filter(({ leadId }) => leadId === mergedId));
      const { ok } = await mergeLeads({ keptId, mergedId, viewer: null, cause, at }, tx);
      if (ok) mergedIds.push(mergedId);
    }
    return { leadId: keptId, mergedIds };
  });
}

type Named = { readonly kind: string; readonly leadId: number };

function causeOf(names: readonly Named[]): MergeCause {
  return names.some(({ kind }) => kind === EMAIL_KIND) ? "email" : "external_id";
}

async function areTwoAtSource(leadIds: readonly number[], executor: Executor): Promise<boolean> {
  const rows = await executePrepared(
    sql`
      select kind from lead_identities where lead_id = any(${idArray(leadIds)}) and kind like 'external:%'
      group by kind having count(distinct lead_id) > 1`,
    executor,
  );
  return rows.length > 0;
}

async function findNamed(identities: readonly LeadIdentity[], executor: Executor): Promise<Named[]> {
  if (identities.length === 0) return [];
  const rows = await executePrepared<{ kind: string; lead_id: string }>(
    sql`
      select known.kind, known.lead_id
      from unnest(${sql.param(identities.map(({ kind }) => kind))}::text[], ${sql.param(identities.map(({ value }) => value))}::text[])
        as asked (kind, value)
      join lead_identities known on (known.kind, known.value) = (asked.kind, asked.value)`,
    executor,
  );
  return rows.map(({ kind, lead_id }) => ({ kind, leadId: Number(lead_id) }));
}
