import { db, type Executor } from "#db/client.ts";
import { organisation } from "#db/schema/index.ts";
import { recordAudit } from "./record-audit.ts";

type RequireSignOff = { readonly isRequired: boolean; readonly actorId: number; readonly at: Date };

/** Says whether a draft is published only with the signatures of marketing and sales. */
export async function requireSignOff(
  { isRequired, actorId, at }: RequireSignOff,
  executor: Executor = db,
): Promise<void> {
  await executor.transaction(async (tx) => {
    await tx.update(organisation).set({ requiresSignOff: isRequired });
    const action = "organisation.sign_off_set";
    await recordAudit({ at, actorId, action, subject: "organisation", details: { isRequired } }, tx);
  });
}
