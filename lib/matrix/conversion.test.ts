import { describe, expect, it } from "vitest";
import { conversionRate, heatStep, sumConversions } from "./conversion.ts";

describe("conversion of a cell", () => {
  it("is customers over leads: 40 of 214 is 18.7 %", () => {
    expect(conversionRate({ population: 214, won: 40 })).toBeCloseTo(0.1869, 4);
  });

  it("is not stated below 20 leads", () => {
    expect(conversionRate({ population: 19, won: 1 })).toBeNull();
    expect(conversionRate({ population: 20, won: 1 })).toBe(0.05);
  });

  it("the base rate is that of all cells together, not the mean of their rates", () => {
    expect(
      sumConversions([
        { population: 900, won: 9 },
        { population: 100, won: 21 },
      ]),
    ).toEqual({ population: 1000, won: 30 });
  });
});

describe("heat", () => {
  const base = 0.026;
  const at = (won: number) => heatStep({ population: 10_000, won }, base);

  it("rises at half the base rate, at it, at twice and at four times, each exactly on its step", () => {
    expect([129, 130, 259, 260, 519, 520, 1039, 1040].map(at)).toEqual([0, 1, 1, 2, 2, 3, 3, 4]);
  });

  it("a cell with too few leads to say stays cool", () => {
    expect(heatStep({ population: 3, won: 3 }, base)).toBe(0);
  });

  it("nothing is warm where nobody became a customer", () => {
    expect(heatStep({ population: 100, won: 0 }, 0)).toBe(0);
  });
});
