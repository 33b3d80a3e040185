import { desc, eq } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { crmConflicts, leads } from "#db/schema/index.ts";
import { fieldValueSchema, type ListedConflict } from "#lib/crm/conflict.ts";

/** What both sides changed last, newest first, whoever's lead it is. */
export async function listCrmConflicts(
  { limit }: { readonly limit: number },
  executor: Executor = db,
): Promise<ListedConflict[]> {
  const rows = await executor
    .select({
      leadId: crmConflicts.leadId,
      conflictId: crmConflicts.id,
      firstName: leads.firstName,
      lastName: leads.lastName,
      email: leads.email,
      at: crmConflicts.at,
      field: crmConflicts.field,
      before: crmConflicts.before,
      here: crmConflicts.here,
      there: crmConflicts.there,
      winner: crmConflicts.winner,
    })
    .from(crmConflicts)
    .innerJoin(leads, eq(leads.id, crmConflicts.leadId))
    .orderBy(desc(crmConflicts.at), desc(crmConflicts.id))
    .limit(limit);
  return rows.map((row) => ({
    ...row,
    at: row.at.getTime(),
    before: fieldValueSchema.parse(row.before),
    here: fieldValueSchema.parse(row.here),
    there: fieldValueSchema.parse(row.there),
  }));
}
