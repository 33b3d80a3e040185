import { afterAll, expect, test, vi } from "vitest";
import { nextHeaders, openTestInstallation } from "#app/_server/test/callers.ts";
import { callLists } from "#db/schema/index.ts";
import type { SessionUser } from "#lib/access/session-user.ts";

vi.mock("next/headers", () => nextHeaders);

const database = await openTestInstallation();
const { addTestUser } = await import("#db/test/add-test-user.ts");
const { addTestOrganisation } = await import("#db/test/scoring-fixtures.ts");
const { chooseList, openToday } = await import("./open-today.ts");
afterAll(() => database.drop());

/** Tuesday 10 March 2026 in Kathmandu, 5:45 ahead: two hours after midnight, and an hour after the opening at 8:30. */
const NIGHT = new Date("2026-03-09T20:15:00Z");
const MORNING = new Date("2026-03-10T03:45:00Z");

test("a list is made by who opens it, and of a page left open not before the work begins", async () => {
  await addTestOrganisation(database.db);
  const userId = await addTestUser(database.db);
  const user: SessionUser = {
    userId,
    role: "rep",
    name: "Rep",
    email: "",
    locale: "en",
    theme: "system",
    dailyCapacity: 5,
  };
  const read = async (at: Date, isOpened: boolean) => {
    const chosen = await chooseList({ user, repId: null });
    if (!chosen.ok) throw new Error("There is no list to read.");
    await openToday(chosen.value, { at, isOpened });
    return database.db.$count(callLists);
  };
  expect(await read(NIGHT, false)).toBe(0);
  expect(await read(MORNING, false)).toBe(1);
  await database.db.delete(callLists);
  expect(await read(NIGHT, true)).toBe(1);
});
