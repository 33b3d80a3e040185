import { eq, or, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { leadIdentities, leads } from "#db/schema/index.ts";
import { EMAIL_KIND, normalizeEmail } from "#lib/leads/identity.ts";

/** The lead that a person means by its id, its e-mail address or its id at a source; null when there is none. */
export async function findLeadId({ text }: { readonly text: string }, executor: Executor = db): Promise<number | null> {
  const id = /^\d{1,15}$/.test(text) ? Number(text) : null;
  if (id !== null) {
    const [lead] = await executor.select({ id: leads.id }).from(leads).where(eq(leads.id, id));
    if (lead) return lead.id;
  }
  const [named] = await executor
    .select({ leadId: leadIdentities.leadId })
    .from(leadIdentities)
    .where(
      or(
        eq(leadIdentities.value, text.trim()),
        sql`(${leadIdentities.kind}, ${leadIdentities.value}) = (${EMAIL_KIND}, ${normalizeEmail(text)})`,
      ),
    )
    .orderBy(leadIdentities.leadId)
    .limit(1);
  return named?.leadId ?? null;
}
