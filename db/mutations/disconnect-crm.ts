import { isNotNull } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { crmConnection } from "#db/schema/index.ts";
import { recordAudit } from "./record-audit.ts";

/** Forgets the token: nothing is pulled or pushed from now on. Leads stay, and so does what they are called there. */
export async function disconnectCrm(
  { actorId, at }: { readonly actorId: number; readonly at: Date },
  executor: Executor = db,
): Promise<void> {
  await executor.transaction(async (tx) => {
    const gone = await tx
      .update(crmConnection)
      .set({ token: null, nextAt: null })
      .where(isNotNull(crmConnection.token))
      .returning({ system: crmConnection.system });
    if (gone.length === 0) return;
    await recordAudit({ at, actorId, action: "crm.disconnected", subject: "organisation" }, tx);
  });
}
