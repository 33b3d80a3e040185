import type { Failure } from "#lib/outgoing/outgoing-error.ts";
import type { MailServer } from "#lib/outgoing/send-mail.ts";
import { secretsKey } from "#lib/secrets/key.ts";
import { seal, unseal } from "#lib/secrets/sealed.ts";
import type { MailSettings } from "./mail-settings.ts";

const MAIL_PASSWORD = "mail_server.password";
const webhookOf = (userId: number) => `alert_settings.webhook:${userId}`;

type SealedServer = MailSettings & { readonly sealedPassword: string | null };

/** The mail server with its password; what is in the way when there is none, or its password cannot be read. */
export async function openMailServer(stored: SealedServer | null): Promise<MailServer | Failure> {
  if (stored === null) return "not_set_up";
  const { userName, sealedPassword, ...server } = stored;
  if (userName === null || sealedPassword === null) return { ...server, signIn: null };
  const password = unseal(sealedPassword, { key: await secretsKey(), place: MAIL_PASSWORD });
  return password === null ? "sealed" : { ...server, signIn: { userName, password } };
}

export async function sealMailPassword(password: string): Promise<string> {
  return seal(password, { key: await secretsKey(), place: MAIL_PASSWORD });
}

type SealedWebhook = { readonly userId: number; readonly sealed: string | null };

/** The address of a person's webhook; what is in the way when there is none, or it cannot be read. */
export async function openWebhook({ userId, sealed }: SealedWebhook): Promise<URL | Failure> {
  if (sealed === null) return "not_set_up";
  const address = unseal(sealed, { key: await secretsKey(), place: webhookOf(userId) });
  return address === null ? "sealed" : new URL(address);
}

export async function sealWebhook(address: string, { userId }: { readonly userId: number }): Promise<string> {
  return seal(address, { key: await secretsKey(), place: webhookOf(userId) });
}
