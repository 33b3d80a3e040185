import type { Database } from "#db/client.ts";
import { apiKeys } from "#db/schema/index.ts";
import { hashSecret } from "#lib/access/secret.ts";
import type { ApiKey } from "#lib/keys/key.ts";
import { TEST_TIME } from "./add-test-user.ts";

/** A key as an admin makes it, whose secret is its name in the form of one. */
export async function addTestKey(db: Database, overrides: Partial<typeof apiKeys.$inferInsert> = {}) {
  const kind = overrides.kind ?? "server";
  const name = overrides.name ?? kind;
  const secret = `${kind === "server" ? "vs_" : "vb_"}${name.padEnd(43, "_").slice(0, 43)}`;
  const [row] = await db
    .insert(apiKeys)
    .values({
      kind,
      name,
      prefix: secret.slice(0, 9),
      secretHash: hashSecret(secret),
      publicKey: kind === "browser" ? secret : null,
      scopes: ["ingest"],
      ...(kind === "browser" && { allowedOrigins: ["https://shop.example"], eventTypes: ["*"] }),
      createdAt: TEST_TIME,
      ...overrides,
    })
    .returning();
  if (!row) throw new Error("The key was not stored.");
  const { id, scopes, allowedOrigins, eventTypes, formEvents, lastUsedAt } = row;
  const key: ApiKey = { keyId: id, kind, name, scopes, allowedOrigins, eventTypes, formEvents, lastUsedAt };
  return { key, secret };
}
