import { describe, expect, test } from "vitest";
import type { Definition } from "#lib/scoring/definition.ts";
import { aDefinition } from "#lib/scoring/test/definitions.ts";
import { contentHash } from "./content-hash.ts";
import { isSignedOff, type Side, type Signature, sidesOf, sidesToSign, signOffOf } from "./sign-off.ts";

const draft = aDefinition({ name: "As it was signed" });
const edited = aDefinition({ name: "As it was edited" });
const by = (userId: number, side: Side): Signature => ({
  side,
  userId,
  name: `User ${userId}`,
  at: "2026-03-11T16:20:00Z",
  contentHash: contentHash(draft),
  definition: draft,
});
const on = (definition: Definition, signatures: readonly Signature[]) =>
  signOffOf(signatures, (signature) => signature.contentHash === contentHash(definition));
const both = [by(1, "marketing"), by(2, "sales")];

describe("two signatures", () => {
  test("are those of marketing and of sales", () => {
    expect(isSignedOff(on(draft, []))).toBe(false);
    expect(isSignedOff(on(draft, [by(1, "marketing")]))).toBe(false);
    expect(isSignedOff(on(draft, both))).toBe(true);
  });
  test("are both void after any edit, and hold again when it is taken back", () => {
    expect(on(edited, both)).toMatchObject({ marketing: { state: "void" }, sales: { state: "void" } });
    expect(isSignedOff(on(edited, both))).toBe(false);
    expect(isSignedOff(on(draft, both))).toBe(true);
  });
});

describe("who signs", () => {
  test("a marketer for marketing, a manager for sales, a rep for nobody", () => {
    expect([sidesOf("marketer"), sidesOf("manager"), sidesOf("rep"), sidesOf(null)]).toEqual([
      ["marketing"],
      ["sales"],
      [],
      [],
    ]);
  });
  test("an admin for either side, but not for both", () => {
    const admin = { userId: 1, role: "admin" } as const;
    expect(sidesToSign(on(draft, []), admin)).toEqual(["marketing", "sales"]);
    expect(sidesToSign(on(draft, [by(1, "marketing")]), admin)).toEqual([]);
    expect(sidesToSign(on(draft, [by(2, "marketing")]), admin)).toEqual(["sales"]);
  });
  test("nobody signs what is signed, and everybody may sign again once it is void", () => {
    const marketer = { userId: 3, role: "marketer" } as const;
    expect(sidesToSign(on(draft, both), marketer)).toEqual([]);
    expect(sidesToSign(on(edited, both), marketer)).toEqual(["marketing"]);
    expect(sidesToSign(on(edited, both), { userId: 1, role: "admin" })).toEqual(["marketing", "sales"]);
  });
});
