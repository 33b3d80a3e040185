import { db, type Executor } from "#db/client.ts";
import { apiKeys } from "#db/schema/index.ts";
import { createSecret, hashSecret } from "#lib/access/secret.ts";
import { KEY_BEGINNINGS, SHOWN_LETTERS } from "#lib/keys/key.ts";
import type { NewKey } from "#lib/keys/schema.ts";
import { recordAudit } from "./record-audit.ts";

type MakeApiKey = { readonly key: NewKey; readonly actorId: number; readonly at: Date };
type Made = { readonly keyId: number; readonly secret: string };

/** Makes a key and gives its secret, once: what is stored tells a secret only whether it is the one. */
export async function makeApiKey({ key, actorId, at }: MakeApiKey, executor: Executor = db): Promise<Made> {
  const secret = `${KEY_BEGINNINGS[key.kind]}${createSecret()}`;
  const may =
    key.kind === "server"
      ? { scopes: key.scopes }
      : {
          scopes: ["ingest"] as const,
          publicKey: secret,
          allowedOrigins: key.allowedOrigins,
          eventTypes: key.eventTypes,
          formEvents: key.formEvents,
        };
  return executor.transaction(async (tx) => {
    const [made] = await tx
      .insert(apiKeys)
      .values({
        kind: key.kind,
        name: key.name,
        prefix: secret.slice(0, SHOWN_LETTERS),
        secretHash: hashSecret(secret),
        createdBy: actorId,
        createdAt: at,
        ...may,
      })
      .returning({ keyId: apiKeys.id });
    if (!made) throw new Error("The key was not stored.");
    const details = { kind: key.kind, name: key.name, scopes: may.scopes };
    await recordAudit({ at, actorId, action: "key.made", subject: `key:${made.keyId}`, details }, tx);
    return { keyId: made.keyId, secret };
  });
}
