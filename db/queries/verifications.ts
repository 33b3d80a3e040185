import { desc, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { verifications } from "#db/schema/index.ts";
import { faultsSchema, type Verification } from "#lib/verification/verification.ts";

export type KeptVerification = Verification & { readonly startedAt: Date; readonly finishedAt: Date };

/** What came of the newest run; null before the first. */
export async function findNewestVerification(executor: Executor = db): Promise<KeptVerification | null> {
  const [row] = await executor
    .select({
      startedAt: verifications.startedAt,
      finishedAt: verifications.finishedAt,
      leads: verifications.leads,
      differences: verifications.differences,
      missing: verifications.missing,
      surplus: verifications.surplus,
      due: verifications.due,
      faults: verifications.faults,
    })
    .from(verifications)
    .orderBy(desc(verifications.id))
    .limit(1);
  return row ? { ...row, faults: faultsSchema.parse(row.faults) } : null;
}

/** Whether scores of a new day are in force that nobody verified yet. */
export async function isVerificationDue(executor: Executor = db): Promise<boolean> {
  const rows = await executor.execute(sql`
    select from organisation join generations on generations.id = organisation.current_generation_id
    where generations.status = 'current'
      and not exists (select from verifications where verifications.day >= generations.day)`);
  return rows.length > 0;
}
