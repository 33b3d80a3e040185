import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { secretOf } from "./authorization.ts";

const basic = (text: string) => `Basic ${Buffer.from(text).toString("base64")}`;

describe("a key comes", () => {
  test.each([
    ["as a bearer token", "Bearer vs_abc-DEF_1"],
    ["whatever the case of the scheme", "bearer vs_abc-DEF_1"],
    ["as the name of basic authentication without a password", basic("vs_abc-DEF_1:")],
    ["with whatever password", basic("vs_abc-DEF_1:x:y")],
  ])("%s", (_, header) => expect(secretOf(header)).toBe("vs_abc-DEF_1"));

  test.each([null, "", "Bearer", "Bearer ", "Digest abc", "Bearer a b", basic(":secret"), "Basic !!"])(
    "not in %j",
    (header) => expect(secretOf(header)).toBeNull(),
  );

  test("whatever the header is, it is read without an accident", () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom("Bearer ", "Basic ", ""), (text, scheme) => {
        secretOf(scheme + text);
      }),
    );
  });
});
