import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EnvError } from "#lib/env.ts";
import { checkDatabase } from "./check-database.ts";
import { createTestDatabase, type TestDatabase } from "./test/database.ts";

let store: TestDatabase;
beforeAll(async () => {
  store = await createTestDatabase();
});
afterAll(() => store.drop());

function changed(change: (url: URL) => void): string {
  const url = new URL(store.url);
  change(url);
  return url.href;
}

describe("the database that somebody names", () => {
  it("is taken when it lets us in", async () => {
    await expect(checkDatabase(store.url)).resolves.toBeUndefined();
  });

  it.each<[string, (url: URL) => void]>([
    ["where no PostgreSQL answers.", (url) => (url.port = "1")],
    ["where no PostgreSQL answers.", (url) => (url.hostname = "nonsense.invalid")],
    ["in with that password.", (url) => (url.password = "wrong")],
    ["in with that password.", (url) => (url.password = "")],
    ["names the database nodb, which ", (url) => (url.pathname = "/nodb")],
  ])("is refused in a sentence that names the variable and no password: %s", async (sentence, change) => {
    const failure = await checkDatabase(changed(change)).catch((error: unknown) => error);
    if (!(failure instanceof EnvError)) throw new Error("It was taken.");
    expect(failure.message).toMatch(/^The environment variable DATABASE_URL names .+\.$/);
    expect(failure.message).toContain(sentence);
    expect(failure.message).not.toContain(new URL(store.url).password);
  });
});
