import { db, type Executor } from "#db/client.ts";
import { alertSettings } from "#db/schema/index.ts";
import { recordAudit } from "./record-audit.ts";

type SaveWebhook = {
  readonly userId: number;
  /** The address, sealed; null: none from now on. */
  readonly sealed: string | null;
  readonly at: Date;
};

export async function saveWebhook({ userId, sealed, at }: SaveWebhook, executor: Executor = db): Promise<void> {
  await executor.transaction(async (tx) => {
    await tx
      .insert(alertSettings)
      .values({ userId, webhook: sealed })
      .onConflictDoUpdate({ target: alertSettings.userId, set: { webhook: sealed } });
    const action = sealed === null ? "user.webhook_removed" : "user.webhook_set";
    await recordAudit({ at, actorId: userId, action, subject: `user:${userId}` }, tx);
  });
}
