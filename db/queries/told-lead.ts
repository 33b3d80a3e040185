import { eq } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { accounts, leads } from "#db/schema/index.ts";
import { sourceOf } from "#lib/leads/identity.ts";
import type { ToldLead } from "#lib/webhooks/message.ts";
import { identitiesOf } from "./lead-identities.ts";

type Query = { readonly leadId: number; readonly hasContact: boolean };

/** A lead as an endpoint is told of it; of one that is gone only the id is left. */
export async function findToldLead({ leadId, hasContact }: Query, executor: Executor = db): Promise<ToldLead> {
  const [row] = await executor
    .select({
      identities: identitiesOf(leads.id),
      firstName: leads.firstName,
      lastName: leads.lastName,
      email: leads.email,
      company: accounts.name,
    })
    .from(leads)
    .leftJoin(accounts, eq(accounts.id, leads.accountId))
    .where(eq(leads.id, leadId));
  if (!row) return { id: leadId, externalIds: [] };
  const externalIds = row.identities.flatMap((identity) => {
    const source = sourceOf(identity);
    return source === null ? [] : [{ source, id: identity.value }];
  });
  if (!hasContact) return { id: leadId, externalIds };
  const name = [row.firstName, row.lastName].filter(Boolean).join(" ") || null;
  return { id: leadId, externalIds, contact: { name, email: row.email, company: row.company } };
}
