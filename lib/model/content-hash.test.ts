import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aDefinition } from "#lib/scoring/test/definitions.ts";
import { canonicalText, contentHash } from "./content-hash.ts";
import { isSame } from "./same.ts";

describe("the canonical form of what a definition says", () => {
  test("has the keys of every object in one order, without blanks", () => {
    expect(canonicalText({ b: [1, { d: null, c: 'é " \n' }], a: true })).toBe(
      '{"a":true,"b":[1,{"c":"é \\" \\n","d":null}]}',
    );
  });
  test("keeps the order of a list: first and second are not second and first", () => {
    expect(canonicalText([1, 2])).not.toBe(canonicalText([2, 1]));
  });
  test("is the same exactly for values that say the same", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        expect(canonicalText(one) === canonicalText(other)).toBe(isSame(one, other));
      }),
    );
  });
  test("does not depend on the order in which keys stand", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalText(turned(value))).toBe(canonicalText(value));
      }),
    );
  });
});

describe("the hash that is signed", () => {
  test("is SHA-256 of the canonical form", () => {
    // printf '%s' '{"a":1}' | sha256sum, by another program.
    const hash = "015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862";
    expect(contentHash(JSON.parse('{"a":1}'))).toBe(hash);
  });
  test("is another after any edit, and the first one again when it is taken back", () => {
    const signed = aDefinition();
    const edited = { ...signed, mix: { fit: 41, engagement: 59 } };
    expect(contentHash(edited)).not.toBe(contentHash(signed));
    expect(contentHash({ ...edited, mix: { fit: 40, engagement: 60 } })).toBe(contentHash(signed));
  });
  test("survives the database, which puts keys in an order of its own", () => {
    const signed = aDefinition();
    expect(contentHash(aDefinition(JSON.parse(JSON.stringify(turned(signed)))))).toBe(contentHash(signed));
  });
});

/** The same value with the keys of every object in reverse. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, part]) => [key, turned(part)]),
  );
}
