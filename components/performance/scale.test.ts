import { describe, expect, it } from "vitest";
import { evenTicks, rootTicks, waitPlace } from "./scale.ts";

describe("the marks of an axis", () => {
  it("end at the first round share that holds the largest", () => {
    expect(evenTicks(0.163)).toEqual([0, 0.1, 0.2]);
    expect(evenTicks(0.2)).toEqual([0, 0.1, 0.2]);
    expect(evenTicks(1)).toEqual([0, 0.5, 1]);
  });

  it("leave room before the end", () => {
    expect(rootTicks(0.25)).toEqual([0, 0.01, 0.05, 0.1, 0.3]);
    expect(rootTicks(0.01)).toEqual([0, 0.02]);
  });

  it("stand far enough apart to be read", () => {
    // One and ten percent would stand at 0.10 and 0.32, next to those at 0 and 0.22.
    expect(rootTicks(0.97)).toEqual([0, 0.05, 0.2, 0.4, 1]);
  });
});

describe("the place of a wait", () => {
  it("grows as the logarithm, from a quarter of an hour to two weeks", () => {
    expect(waitPlace(3)).toBe(0);
    expect(waitPlace(15)).toBe(0);
    // ln 16 / ln 1344.
    expect(waitPlace(240)).toBeCloseTo(0.3849, 4);
    expect(waitPlace(20_160)).toBe(1);
    expect(waitPlace(90_000)).toBe(1);
  });
});
