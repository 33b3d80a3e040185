import { and, desc, eq, isNull } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { apiKeys, users } from "#db/schema/index.ts";
import { hashSecret } from "#lib/access/secret.ts";
import type { ApiKey, ListedKey } from "#lib/keys/key.ts";

const COLUMNS = {
  keyId: apiKeys.id,
  kind: apiKeys.kind,
  name: apiKeys.name,
  scopes: apiKeys.scopes,
  allowedOrigins: apiKeys.allowedOrigins,
  eventTypes: apiKeys.eventTypes,
  formEvents: apiKeys.formEvents,
  lastUsedAt: apiKeys.lastUsedAt,
};

/** The key with this secret, as it stands in the database; null when there is none or it was revoked. */
export async function findApiKey(
  { secret }: { readonly secret: string },
  executor: Executor = db,
): Promise<ApiKey | null> {
  const [key] = await executor
    .select(COLUMNS)
    .from(apiKeys)
    .where(and(eq(apiKeys.secretHash, hashSecret(secret)), isNull(apiKeys.revokedAt)));
  return key ?? null;
}

/** All keys, the revoked ones too: those that hold first, the newest before the others. */
export async function listApiKeys(executor: Executor = db): Promise<ListedKey[]> {
  const keys = await executor
    .select({
      ...COLUMNS,
      prefix: apiKeys.prefix,
      publicKey: apiKeys.publicKey,
      createdBy: users.name,
      createdAt: apiKeys.createdAt,
      revokedAt: apiKeys.revokedAt,
    })
    .from(apiKeys)
    .leftJoin(users, eq(users.id, apiKeys.createdBy))
    .orderBy(desc(isNull(apiKeys.revokedAt)), desc(apiKeys.createdAt), desc(apiKeys.id));
  return keys.map((key) => ({
    ...key,
    createdAt: key.createdAt.getTime(),
    lastUsedAt: key.lastUsedAt?.getTime() ?? null,
    revokedAt: key.revokedAt?.getTime() ?? null,
  }));
}
