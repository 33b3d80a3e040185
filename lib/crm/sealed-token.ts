import { secretsKey } from "#lib/secrets/key.ts";
import { seal, unseal } from "#lib/secrets/sealed.ts";
import { CrmError } from "./crm-error.ts";

const PLACE = "crm_connection.token";

export async function sealToken(token: string): Promise<string> {
  return seal(token, { key: await secretsKey(), place: PLACE });
}

/** Throws `CrmError` when this installation's key opens it no more. */
export async function openToken(sealed: string): Promise<string> {
  const token = unseal(sealed, { key: await secretsKey(), place: PLACE });
  if (token === null) throw new CrmError("sealed");
  return token;
}
