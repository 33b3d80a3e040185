import { afterAll, beforeAll, expect, test } from "vitest";
import { TEST_TIME } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { joinTakers } from "./join-takers.ts";

let store: TestDatabase;
beforeAll(async () => {
  store = await createTestDatabase();
});
afterAll(() => store.drop());

const join = (takerId: string, seconds: number) =>
  joinTakers({ takerId, at: new Date(TEST_TIME.getTime() + seconds * 1000) }, store.db);

test("a process counts those that take messages with it, until they are silent for ten seconds", async () => {
  expect(await join("one", 0)).toBe(1);
  expect(await join("two", 3)).toBe(2);
  expect(await join("one", 4)).toBe(2);
  expect(await join("one", 12)).toBe(2);
  expect(await join("one", 13)).toBe(1);
});
