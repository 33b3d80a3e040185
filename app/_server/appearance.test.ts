import { eq } from "drizzle-orm";
import { afterAll, expect, test, vi } from "vitest";
import { users } from "#db/schema/index.ts";
import { callAs, cookiesByCaller, nextHeaders, openTestInstallation } from "./test/callers.ts";

vi.mock("next/headers", () => nextHeaders);

const database = await openTestInstallation();
const cookies = await cookiesByCaller(database.db);
const { findAppearance } = await import("./appearance.ts");

afterAll(async () => {
  const { client } = await import("#db/client.ts");
  await client.end();
});

test("a page looks as its user wants, and as the browser wants while the database is away", async () => {
  await database.db.update(users).set({ locale: "nl", theme: "dark" }).where(eq(users.role, "rep"));
  callAs(cookies.get("rep") ?? null);
  expect(await findAppearance()).toMatchObject({ locale: "nl", theme: "dark" });
  await database.drop();
  expect(await findAppearance()).toEqual({ locale: "en", theme: "system", timeZone: "UTC" });
});
