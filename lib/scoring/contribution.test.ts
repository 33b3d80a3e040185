import { describe, expect, it } from "vitest";
import { contribution, toCentipoints } from "./contribution.ts";
import { ONE } from "./decay.ts";

describe("contribution", () => {
  it("rounds half away from zero, on both sides of zero", () => {
    // 0.03 points at half strength are 1.5 centipoints.
    expect(contribution({ centiPerMatch: 3, factorSum: ONE / 2 })).toBe(2);
    expect(contribution({ centiPerMatch: -3, factorSum: ONE / 2 })).toBe(-2);
    expect(contribution({ centiPerMatch: 3, factorSum: ONE / 2 - 1 })).toBe(1);
    expect(contribution({ centiPerMatch: -3, factorSum: ONE / 2 - 1 })).toBe(-1);
  });

  it("is never minus zero", () => {
    expect(Object.is(contribution({ centiPerMatch: -1, factorSum: 1 }), 0)).toBe(true);
    expect(Object.is(contribution({ centiPerMatch: -2500, factorSum: 0 }), 0)).toBe(true);
  });

  it("is exact at the largest points and the largest sum", () => {
    // 100,000 x (2^31 - 1) / 2^20 = 204,799,999.90...
    expect(contribution({ centiPerMatch: 100_000, factorSum: 2 ** 31 - 1 })).toBe(204_800_000);
  });

  it("points with two decimals become whole centipoints", () => {
    expect([0.01, 1.1, 1.15, 8.29, -2.55, 999.99].map(toCentipoints)).toEqual([1, 110, 115, 829, -255, 99_999]);
  });
});
