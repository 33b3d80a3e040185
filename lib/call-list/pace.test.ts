import { describe, expect, it } from "vitest";
import { paceMinutes } from "./pace.ts";

const at = (...minutes: number[]) => minutes.map((minute) => minute * 60_000);

describe("a rep's pace", () => {
  it("is the median of the minutes between outcomes", () => {
    // Gaps of 5, 10 and 60: lunch does not count for more than its place.
    expect(paceMinutes(at(0, 5, 15, 75))).toBe(10);
    // Gaps of 4, 6, 8 and 20.
    expect(paceMinutes(at(38, 0, 4, 10, 18))).toBe(7);
  });

  it("is unknown before the fourth outcome", () => {
    expect(paceMinutes(at(0, 5, 15))).toBeNull();
    expect(paceMinutes([])).toBeNull();
  });
});
