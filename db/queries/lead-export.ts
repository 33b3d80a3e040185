import { asc, eq, gt, type SQL } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { inSlice } from "#db/lead-slice.ts";
import { accounts, leadScores, leads, users } from "#db/schema/index.ts";
import { flattenFields } from "#lib/leads/flatten-fields.ts";
import { isExternal } from "#lib/leads/identity.ts";
import type { ExportedLead } from "#lib/leads/lead-file.ts";
import { identitiesOf } from "./lead-identities.ts";
import { scoreOf } from "./narrow-list.ts";

const BATCH = 2000;

/** Where the scores come from; null before the first pass. */
type Exporting = { readonly generationId: number | null };

/** All leads with all their fields, by id. Not for people who may see only some leads. */
export async function* exportLeads(exporting: Exporting, executor: Executor = db): AsyncGenerator<ExportedLead> {
  for (let after = 0; ; ) {
    const found = await readLeads({ ...exporting, where: gt(leads.id, after), limit: BATCH }, executor);
    yield* found;
    const last = found.at(-1);
    if (!last) return;
    after = last.leadId;
  }
}

/** The leads of a list that the viewer may see, in its order. */
export async function listExportedLeads(
  { leadIds, generationId }: Exporting & { readonly leadIds: readonly number[] },
  executor: Executor = db,
): Promise<ExportedLead[]> {
  if (leadIds.length === 0) return [];
  const limit = leadIds.length;
  const found = await readLeads({ generationId, where: inSlice(leads.id, { leadIds }), limit }, executor);
  const byId = new Map(found.map((lead) => [lead.leadId, lead]));
  return leadIds.flatMap((leadId) => byId.get(leadId) ?? []);
}

type Reading = Exporting & { readonly where: SQL | undefined; readonly limit: number };

async function readLeads({ generationId, where, limit }: Reading, executor: Executor): Promise<ExportedLead[]> {
  const rows = await executor
    .select({
      lead: leads,
      account: accounts,
      owner: users.email,
      identities: identitiesOf(leads.id),
      score: {
        fit: leadScores.fit,
        engagement: leadScores.engagement,
        combined: leadScores.combined,
        cell: leadScores.cell,
        newestEventAt: leadScores.newestEventAt,
      },
    })
    .from(leads)
    .leftJoin(accounts, eq(accounts.id, leads.accountId))
    .leftJoin(users, eq(users.id, leads.ownerId))
    .leftJoin(leadScores, scoreOf(generationId))
    .where(where)
    .orderBy(asc(leads.id))
    .limit(limit);
  return rows.map(({ lead, account, ...row }) => {
    const { id, stage, mayCall, mayEmail, mayScore, createdAt } = lead;
    const fields = flattenFields(lead, account);
    const externalId = row.identities.find(isExternal)?.value ?? null;
    return { leadId: id, externalId, stage, mayCall, mayEmail, mayScore, createdAt, fields, ...row };
  });
}
