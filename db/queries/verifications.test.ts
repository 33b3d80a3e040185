import { afterAll, beforeAll, expect, test } from "vitest";
import { buildGeneration } from "#db/mutations/build-generation.ts";
import { verifyScores } from "#db/mutations/verify-scores.ts";
import { leadScores } from "#db/schema/index.ts";
import { TEST_TIME } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { addTestLead, addTestOrganisation, addTestVersion, TEST_DAY } from "#db/test/scoring-fixtures.ts";
import { findNewestVerification, isVerificationDue } from "./verifications.ts";

const now = () => TEST_TIME;
let store: TestDatabase;
beforeAll(async () => {
  store = await createTestDatabase();
  await addTestOrganisation(store.db);
  await addTestVersion(store.db);
  await addTestLead(store.db);
});
afterAll(() => store.drop());

const isDue = () => isVerificationDue(store.db);
const pass = (day: number) => buildGeneration({ cause: "day", day, now }, store);

test("scores are verified once a day, after the pass that brought the day's", async () => {
  expect(await isDue()).toBe(false);
  await pass(TEST_DAY);
  expect(await isDue()).toBe(true);
  await verifyScores({ now }, store);
  expect(await isDue()).toBe(false);
  await pass(TEST_DAY);
  expect(await isDue()).toBe(false);
  await pass(TEST_DAY + 1);
  expect(await isDue()).toBe(true);
});

test("the newest outcome is the one that counts, with its faults", async () => {
  expect(await findNewestVerification(store.db)).toMatchObject({ leads: 1, missing: 0, faults: [] });
  await store.db.delete(leadScores);
  await verifyScores({ now }, store);
  expect(await findNewestVerification(store.db)).toMatchObject({
    leads: 1,
    missing: 1,
    faults: [{ kind: "missing", stored: null }],
    startedAt: TEST_TIME,
  });
});
