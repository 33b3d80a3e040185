import { and, eq, ne } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { leadIdentities } from "#db/schema/index.ts";
import { EMAIL_KIND, emailIdentity } from "#lib/leads/identity.ts";
import type { FieldValue } from "#lib/scoring/facts.ts";

/** Lets a lead go by another e-mail address; false, and nothing written, when that names another lead. */
export async function renameLead(
  { leadId, email }: { readonly leadId: number; readonly email: FieldValue | null },
  executor: Executor,
): Promise<boolean> {
  const identity = typeof email === "string" ? emailIdentity(email) : null;
  if (identity && !(await takeIdentity({ ...identity, leadId }, executor))) return false;
  await executor
    .delete(leadIdentities)
    .where(
      and(
        eq(leadIdentities.leadId, leadId),
        eq(leadIdentities.kind, EMAIL_KIND),
        identity ? ne(leadIdentities.value, identity.value) : undefined,
      ),
    );
  return true;
}

async function takeIdentity(identity: typeof leadIdentities.$inferInsert, executor: Executor): Promise<boolean> {
  await executor.insert(leadIdentities).values(identity).onConflictDoNothing();
  const [holder] = await executor
    .select({ leadId: leadIdentities.leadId })
    .from(leadIdentities)
    .where(and(eq(leadIdentities.kind, identity.kind), eq(leadIdentities.value, identity.value)));
  return holder?.leadId === identity.leadId;
}
