import { db, type Executor } from "#db/client.ts";
import { alertSettings } from "#db/schema/index.ts";
import type { AlertSettings } from "#lib/alerts/own-settings.ts";
import { recordAudit } from "./record-audit.ts";

type SaveAlertSettings = AlertSettings & { readonly userId: number; readonly at: Date };

/** What a person wants to be told from now on; what was raised before goes as it was to go then. */
export async function saveAlertSettings(
  { userId, at, choices, quiet, digestAt }: SaveAlertSettings,
  executor: Executor = db,
): Promise<void> {
  const values = { choices, quietFrom: quiet?.from ?? null, quietUntil: quiet?.until ?? null, digestAt };
  await executor.transaction(async (tx) => {
    await tx
      .insert(alertSettings)
      .values({ userId, ...values })
      .onConflictDoUpdate({ target: alertSettings.userId, set: values });
    const action = "user.alerts_set";
    await recordAudit({ at, actorId: userId, action, subject: `user:${userId}`, details: values }, tx);
  });
}
