import { db, type Executor } from "#db/client.ts";
import { mailServer } from "#db/schema/index.ts";
import type { MailSettings } from "#lib/alerts/mail-settings.ts";

/** Through which server e-mail leaves, its password sealed; null: it is not set up. */
export async function findMailServer(
  executor: Executor = db,
): Promise<(MailSettings & { readonly sealedPassword: string | null }) | null> {
  const [row] = await executor
    .select({
      host: mailServer.host,
      port: mailServer.port,
      security: mailServer.security,
      userName: mailServer.userName,
      fromAddress: mailServer.fromAddress,
      sealedPassword: mailServer.password,
    })
    .from(mailServer);
  return row ?? null;
}
