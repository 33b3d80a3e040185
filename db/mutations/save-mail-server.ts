import { db, type Executor } from "#db/client.ts";
import { mailServer } from "#db/schema/index.ts";
import type { MailSettings } from "#lib/alerts/mail-settings.ts";
import { recordAudit } from "./record-audit.ts";

type SaveMailServer = {
  readonly settings: MailSettings;
  /** Null exactly when there is no user name. */
  readonly sealedPassword: string | null;
  readonly actorId: number;
  readonly at: Date;
};

export async function saveMailServer(
  { settings, sealedPassword, actorId, at }: SaveMailServer,
  executor: Executor = db,
): Promise<void> {
  const values = { ...settings, password: sealedPassword, updatedAt: at };
  await executor.transaction(async (tx) => {
    await tx.insert(mailServer).values(values).onConflictDoUpdate({ target: mailServer.id, set: values });
    const action = "organisation.mail_server_set";
    await recordAudit({ at, actorId, action, subject: "organisation", details: settings }, tx);
  });
}
