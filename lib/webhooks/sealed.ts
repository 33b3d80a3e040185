import { secretsKey } from "#lib/secrets/key.ts";
import { seal, unseal } from "#lib/secrets/sealed.ts";

const ADDRESS = "webhook_endpoints.address";
const SECRET = "webhook_endpoints.secret";

export async function sealAddress(address: URL): Promise<string> {
  return seal(address.href, { key: await secretsKey(), place: ADDRESS });
}

export async function sealSecret(secret: string): Promise<string> {
  return seal(secret, { key: await secretsKey(), place: SECRET });
}

export type SealedEndpoint = {
  readonly address: string;
  readonly secret: string;
  /** The one before, good until then; null: there is none. */
  readonly previousSecret: string | null;
  readonly previousUntil: Date | null;
};

type OpenEndpoint = { readonly url: URL; readonly secrets: readonly string[] };

/** Where an endpoint is and what signs for it at an instant, the newest first; null: it was sealed by another key. */
export async function openEndpoint(sealed: SealedEndpoint, at: Date): Promise<OpenEndpoint | null> {
  const key = await secretsKey();
  const address = unseal(sealed.address, { key, place: ADDRESS });
  const secret = unseal(sealed.secret, { key, place: SECRET });
  if (address === null || secret === null) return null;
  const isPreviousGood = sealed.previousUntil !== null && at < sealed.previousUntil;
  const previous =
    isPreviousGood && sealed.previousSecret ? unseal(sealed.previousSecret, { key, place: SECRET }) : null;
  return { url: new URL(address), secrets: previous === null ? [secret] : [secret, previous] };
}
