import { describe, expect, it } from "vitest";
import { bandsOf } from "./bands.ts";

describe("bands of an axis", () => {
  it("three thresholds part four bands", () => {
    expect(bandsOf("fit", [25, 45, 65])).toEqual([
      { name: "D", from: 0, to: 25 },
      { name: "C", from: 25, to: 45 },
      { name: "B", from: 45, to: 65 },
      { name: "A", from: 65, to: 100 },
    ]);
  });

  it("a threshold of 100 leaves the best band a single score wide", () => {
    expect(bandsOf("engagement", [50, 100]).at(-1)).toEqual({ name: "1", from: 100, to: 100 });
  });
});
