import { afterAll, describe, expect, test } from "vitest";
import type { Executor } from "#db/client.ts";
import { findApiKey, listApiKeys } from "#db/queries/api-key.ts";
import { apiKeys, auditLog } from "#db/schema/index.ts";
import { addTestUser, TEST_TIME } from "#db/test/add-test-user.ts";
import { createTestDatabase } from "#db/test/database.ts";
import { rolledBack } from "#db/test/rolled-back.ts";
import type { NewKey } from "#lib/keys/schema.ts";
import { makeApiKey } from "./make-api-key.ts";
import { noteKeyUse } from "./note-key-use.ts";
import { revokeApiKey } from "./revoke-api-key.ts";

const database = await createTestDatabase();
afterAll(() => database.drop());

const SERVER: NewKey = { kind: "server", name: "CRM", scopes: ["leads:read", "leads:write"] };
const BROWSER: NewKey = {
  kind: "browser",
  name: "Site",
  allowedOrigins: ["https://www.example.com"],
  eventTypes: ["*"],
  formEvents: ["Demo asked"],
};

async function make(tx: Executor, key: NewKey) {
  const actorId = await addTestUser(tx, { name: "Anouk", role: "admin" });
  return { actorId, ...(await makeApiKey({ key, actorId, at: TEST_TIME }, tx)) };
}

describe("a key", () => {
  test("is found by its secret, of which only the hash and the first letters are stored", () =>
    rolledBack(database.db, async (tx) => {
      const { keyId, secret } = await make(tx, SERVER);
      expect(secret).toMatch(/^vs_[\w-]{43}$/);
      expect(await findApiKey({ secret }, tx)).toMatchObject({ keyId, name: "CRM", scopes: SERVER.scopes });
      expect(await findApiKey({ secret: `${secret}x` }, tx)).toBeNull();
      expect(JSON.stringify(await tx.select().from(apiKeys))).not.toContain(secret);
      expect(JSON.stringify(await tx.select().from(auditLog))).not.toContain(secret);
    }));

  test("of a browser may only send events, and is shown always", () =>
    rolledBack(database.db, async (tx) => {
      const { secret } = await make(tx, BROWSER);
      expect(await findApiKey({ secret }, tx)).toMatchObject({ scopes: ["ingest"], formEvents: ["Demo asked"] });
      expect(await listApiKeys(tx)).toMatchObject([{ publicKey: secret, createdBy: "Anouk" }]);
    }));

  test("that was revoked opens nothing and stands below those that hold", () =>
    rolledBack(database.db, async (tx) => {
      const later = new Date(TEST_TIME.getTime() + 1);
      const { keyId, secret, actorId } = await make(tx, SERVER);
      await make(tx, BROWSER);
      expect(await revokeApiKey({ keyId, actorId, at: later }, tx)).toMatchObject({ ok: true });
      expect(await findApiKey({ secret }, tx)).toBeNull();
      expect((await listApiKeys(tx)).map(({ name, revokedAt }) => [name, revokedAt])).toEqual([
        ["Site", null],
        ["CRM", later.getTime()],
      ]);
      expect(await revokeApiKey({ keyId, actorId, at: later }, tx)).toMatchObject({ refusal: { code: "not_found" } });
    }));

  test("says when it was used, to the minute", () =>
    rolledBack(database.db, async (tx) => {
      const { keyId } = await make(tx, SERVER);
      const secondsIn = (seconds: number) => new Date(TEST_TIME.getTime() + seconds * 1_000);
      const used = async () => (await listApiKeys(tx))[0]?.lastUsedAt;
      expect(await used()).toBeNull();
      await noteKeyUse({ keyId, at: secondsIn(0) }, tx);
      await noteKeyUse({ keyId, at: secondsIn(59) }, tx);
      expect(await used()).toBe(secondsIn(0).getTime());
      await noteKeyUse({ keyId, at: secondsIn(61) }, tx);
      expect(await used()).toBe(secondsIn(61).getTime());
    }));
});
