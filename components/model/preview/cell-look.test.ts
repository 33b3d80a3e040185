import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { figureSize, lookOf } from "./cell-look.ts";

const size = fc.record({ width: fc.integer({ min: 0, max: 900 }), height: fc.integer({ min: 0, max: 900 }) });

describe("what a cell has room to say", () => {
  it("is all of it where there is room", () => {
    expect(lookOf({ width: 140, height: 120 })).toMatchObject({
      hasNumber: true,
      hasLetter: true,
      hasTemperature: true,
      hasBefore: true,
      isLow: false,
      isShort: false,
    });
  });

  it("is letter and number on one line where it is low, the number alone where it is narrow as well", () => {
    expect(lookOf({ width: 100, height: 30 })).toMatchObject({ isLow: true, hasLetter: true, hasBefore: false });
    expect(lookOf({ width: 50, height: 30 })).toMatchObject({ isLow: true, hasLetter: false, isShort: true });
  });

  it("is nothing where no number could be read", () => {
    expect(lookOf({ width: 23, height: 200 }).hasNumber).toBe(false);
    expect(lookOf({ width: 200, height: 19 })).toMatchObject({ hasNumber: false, isShort: false, isCut: true });
    expect(lookOf({ width: 200, height: 200 }).isCut).toBe(false);
  });

  it("never grows less with more room", () => {
    fc.assert(
      fc.property(size, fc.nat(200), fc.nat(200), ({ width, height }, wider, higher) => {
        const less = lookOf({ width, height });
        const more = lookOf({ width: width + wider, height: height + higher });
        for (const say of ["hasNumber", "hasLetter", "hasTemperature", "hasBefore"] as const)
          expect(more[say] || !less[say]).toBe(true);
      }),
    );
  });
});

describe("the size of a number", () => {
  it("is that in which it fits, and no larger than others", () => {
    const look = lookOf({ width: 60, height: 100 });
    expect(figureSize("7", look)).toBe(look.largest);
    const size = figureSize("1.234.567", look);
    expect(size).toBeLessThan(look.largest);
    // Seven digits of half an em, two marks of a quarter.
    expect(size * 4).toBeLessThanOrEqual(look.room);
  });
});
