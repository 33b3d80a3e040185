import { describe, expect, it } from "vitest";
import { compareCatalogues } from "./catalogues.ts";

describe("the catalogue check", () => {
  it("says nothing of two complete catalogues", () => {
    expect(compareCatalogues({ a: { b: "Hello {name}" } }, { a: { b: "Dag {name}" } })).toEqual([]);
  });
  it("reports a key that one of them lacks", () => {
    expect(compareCatalogues({ a: "x", b: "y" }, { a: "x" })).toEqual(["only in the first: b"]);
    expect(compareCatalogues({ a: "x" }, { a: "x", b: { c: "y" } })).toEqual(["only in the second: b.c"]);
  });
  it("reports an empty message and other parameters", () => {
    expect(compareCatalogues({ a: "x" }, { a: "" })).toEqual(["empty: a"]);
    expect(compareCatalogues({ a: "{n} leads" }, { a: "{count} leads" })).toEqual(["other parameters: a"]);
  });
  it("compares plurals by what they count, not by their branches", () => {
    const en = { a: "{n, plural, one {# lead} other {# leads}} of {total}" };
    const nl = { a: "{n, plural, =0 {geen lead} one {# lead} other {# leads}} van {total}" };
    expect(compareCatalogues(en, nl)).toEqual([]);
  });
  it("reports a message that cannot be read", () => {
    expect(compareCatalogues({ a: "{n" }, { a: "{n}" })).toEqual([expect.stringContaining("not a message: a")]);
  });
});
