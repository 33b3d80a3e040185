import { db, type Executor } from "#db/client.ts";
import { mailServer } from "#db/schema/index.ts";
import { recordAudit } from "./record-audit.ts";

/** No e-mail leaves from now on. What waits fails, and says why. */
export async function removeMailServer(
  { actorId, at }: { readonly actorId: number; readonly at: Date },
  executor: Executor = db,
): Promise<void> {
  await executor.transaction(async (tx) => {
    await tx.delete(mailServer);
    await recordAudit({ at, actorId, action: "organisation.mail_server_removed", subject: "organisation" }, tx);
  });
}
