import { describe, expect, test } from "vitest";
import { readClaims, readIdToken } from "./open-id-claims.ts";

describe("what a provider says of an account", () => {
  test("an e-mail address is vouched for only by a plain yes", () => {
    const isVerified = (email_verified: unknown) =>
      readClaims({ sub: "1", email: "a@example.com", email_verified }).email_verified;
    expect([true, "true"].map(isVerified)).toEqual([true, true]);
    expect([false, "false", undefined, null, 1, "yes", {}].map(isVerified)).toEqual(Array(7).fill(false));
  });
  test("an account without an id of its own is none", () => {
    expect(() => readClaims({ email: "a@example.com" })).toThrow();
    expect(() => readClaims({ sub: "" })).toThrow();
  });
  test("what is no e-mail address is left out", () => {
    expect(readClaims({ sub: "1", email: "nobody" }).email).toBeUndefined();
  });
  test("is read from the middle of the ID token", () => {
    const part = Buffer.from(JSON.stringify({ sub: "7", name: "Zoë" })).toString("base64url");
    expect(readIdToken(`e30.${part}.signature`)).toEqual({ sub: "7", name: "Zoë", email_verified: false });
  });
});
