import { describe, expect, test } from "vitest";
import { newKeySchema } from "./schema.ts";

const browser = { kind: "browser", name: "Site", eventTypes: [], formEvents: [] };
const originsOf = (site: string) => newKeySchema.safeParse({ ...browser, allowedOrigins: [site] });

describe("a site of a browser key", () => {
  test.each([
    ["https://www.example.com", "https://www.example.com"],
    [" HTTPS://Example.com/ ", "https://example.com"],
    ["http://localhost:8080", "http://localhost:8080"],
  ])("%j is kept as browsers name it", (given, kept) =>
    expect(originsOf(given)).toMatchObject({ data: { allowedOrigins: [kept] } }),
  );

  test.each(["example.com", "https://example.com/shop", "https://u:p@example.com", "javascript:alert(1)", "*", ""])(
    "%j is none",
    (given) => expect(originsOf(given).error?.issues[0]?.message).toBe("not_a_site"),
  );
});

test("a key without anything it may do is no key", () => {
  expect(newKeySchema.safeParse({ kind: "server", name: "CRM", scopes: [] }).success).toBe(false);
  expect(newKeySchema.safeParse({ ...browser, allowedOrigins: [] }).success).toBe(false);
});
