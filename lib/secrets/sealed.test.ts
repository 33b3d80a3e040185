import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { secretsKey } from "./key.ts";
import { seal, unseal } from "./sealed.ts";

const key = randomBytes(32);
const place = "mail_server.password";

describe("a stored secret", () => {
  test("comes back as it was, and is never stored the same way twice", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (secret) => {
        const stored = seal(secret, { key, place });
        expect(unseal(stored, { key, place })).toBe(secret);
        expect(seal(secret, { key, place })).not.toBe(stored);
      }),
    );
  });

  test("cannot be read in what is stored", () => {
    expect(seal("geheim", { key, place })).not.toContain("geheim");
  });

  test("opens with its own key only, and only where it was kept", () => {
    const stored = seal("geheim", { key, place });
    expect(unseal(stored, { key: randomBytes(32), place })).toBeNull();
    expect(unseal(stored, { key, place: "alert_settings.webhook:7" })).toBeNull();
  });

  test("does not open once a single letter of it was changed", () => {
    const stored = seal("geheim", { key, place });
    for (let index = 3; index < stored.length; index++) {
      const letter = stored[index] === "A" ? "B" : "A";
      const changed = `${stored.slice(0, index)}${letter}${stored.slice(index + 1)}`;
      // The last letter carries bits that mean nothing.
      if (Buffer.from(changed.slice(3), "base64url").equals(Buffer.from(stored.slice(3), "base64url"))) continue;
      expect(unseal(changed, { key, place })).toBeNull();
    }
    for (const nonsense of ["", "v1.", "v2.AAAA", "geheim", "v1.AAAA"])
      expect(unseal(nonsense, { key, place })).toBeNull();
  });
});

describe("the key of stored secrets", () => {
  test("is made once in the data folder, for its owner's eyes only, by however many processes at once", async () => {
    const folder = await mkdtemp(join(tmpdir(), "voorrang-key-"));
    try {
      const env = { DATA_DIR: folder, SECRETS_KEY: undefined };
      const keys = await Promise.all([secretsKey(env), secretsKey({ ...env, DATA_DIR: `${folder}/` })]);
      expect(keys[0]).toHaveLength(32);
      expect(keys[1]).toEqual(keys[0]);
      expect((await stat(join(folder, "secrets-key"))).mode & 0o777).toBe(0o600);
      expect(await readFile(join(folder, "secrets-key"), "utf8")).toHaveLength(43);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test("is the environment's where it names one, and another for another", async () => {
    const [one, same, other] = await Promise.all(
      ["a".repeat(32), "a".repeat(32), "b".repeat(32)].map((SECRETS_KEY) =>
        secretsKey({ DATA_DIR: "/nowhere", SECRETS_KEY }),
      ),
    );
    expect(one).toEqual(same);
    expect(one).not.toEqual(other);
  });
});
