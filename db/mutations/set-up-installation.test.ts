import { afterEach, beforeEach, expect, test } from "vitest";
import { findOrganisation } from "#db/queries/organisation.ts";
import { isSetupToken } from "#db/queries/user-tokens.ts";
import { listUsers } from "#db/queries/users.ts";
import { addTestUser, TEST_TIME as at } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { hashSecret } from "#lib/access/secret.ts";
import { createSetupToken } from "./create-setup-token.ts";
import { ensureOrganisation } from "./ensure-organisation.ts";
import { setUpInstallation } from "./set-up-installation.ts";

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

async function createToken(): Promise<string> {
  const token = await createSetupToken({ at }, database.db);
  if (token === null) throw new Error("There are users already.");
  return token;
}
const setUp = (token: string, email = "admin@example.com") =>
  setUpInstallation(
    {
      tokenHash: hashSecret(token),
      at,
      organisation: { name: "Kuipers", timeZone: "Europe/Amsterdam" },
      admin: { name: "Femke", email, passwordHash: "hash" },
    },
    database.db,
  );

test("the token of the console makes the organisation and its first admin, once", async () => {
  const token = await createToken();
  expect(await isSetupToken({ tokenHash: hashSecret(token), at }, database.db)).toBe(true);
  expect((await setUp(token)).ok).toBe(true);
  expect(await findOrganisation(database.db)).toMatchObject({ name: "Kuipers", timeZone: "Europe/Amsterdam" });
  expect(await listUsers(database.db)).toMatchObject([{ email: "admin@example.com", role: "admin", hasJoined: true }]);
  expect((await setUp(token, "second@example.com")).ok).toBe(false);
  expect(await createSetupToken({ at }, database.db)).toBeNull();
});

test("of two who send the form at once, one becomes the admin", async () => {
  const token = await createToken();
  const results = await Promise.all([setUp(token, "one@example.com"), setUp(token, "other@example.com")]);
  expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
  expect(await listUsers(database.db)).toHaveLength(1);
});

test("a later start makes a new token, and the old one no longer works", async () => {
  const [old, token] = [await createToken(), await createToken()];
  expect((await setUp(old)).ok).toBe(false);
  expect((await setUp(token)).ok).toBe(true);
});

test("a token is worth nothing once there is a user", async () => {
  const token = await createToken();
  await addTestUser(database.db);
  expect((await setUp(token)).ok).toBe(false);
  expect(await findOrganisation(database.db)).toBeNull();
});

test("an organisation that the command line made keeps its time zone and gets the name", async () => {
  await ensureOrganisation({ name: "Voorrang", timeZone: "Europe/Brussels", at }, database.db);
  expect((await setUp(await createToken())).ok).toBe(true);
  expect(await findOrganisation(database.db)).toMatchObject({ name: "Kuipers", timeZone: "Europe/Brussels" });
});

test("a wrong token sets up nothing", async () => {
  await createToken();
  expect((await setUp("guess")).ok).toBe(false);
  expect(await listUsers(database.db)).toEqual([]);
});
