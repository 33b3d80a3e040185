import { describe, expect, it } from "vitest";
import { accountIdentities, normalizeDomain } from "./account-identity.ts";

describe("what names a company", () => {
  it("is its domain, however it is written", () => {
    for (const text of ["acme.nl", "www.Acme.nl", "https://www.acme.nl/contact?x=1", " http://ACME.nl:8080 "])
      expect(normalizeDomain(text)).toBe("acme.nl");
    expect(normalizeDomain("https://")).toBeNull();
  });

  it("and its name without case and blanks", () => {
    expect(accountIdentities({ name: " Acme  BV", domain: "acme.nl" })).toEqual([
      { kind: "domain", value: "acme.nl" },
      { kind: "name", value: "acme bv" },
    ]);
    expect(accountIdentities({ name: " ", domain: null })).toEqual([]);
  });
});
