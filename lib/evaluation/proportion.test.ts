import { describe, expect, it } from "vitest";
import { differs, proportion } from "./proportion.ts";

describe("a share with its interval", () => {
  // Reference: the roots p of (made / of - p)^2 = z^2 p (1 - p) / of, found by bisection.
  it.each([
    { made: 12, of: 28, low: 0.2651, high: 0.6093 },
    { made: 5, of: 56, low: 0.0387, high: 0.1926 },
    { made: 1, of: 10, low: 0.0179, high: 0.4042 },
    { made: 500, of: 1000, low: 0.4691, high: 0.5309 },
  ])("$made of $of", ({ made, of, low, high }) => {
    const share = proportion({ made, of });
    expect(share.rate).toBeCloseTo(made / of, 12);
    expect(share.low).toBeCloseTo(low, 4);
    expect(share.high).toBeCloseTo(high, 4);
  });

  it("none of five is not certainly none", () => {
    // Upper bound: z^2 / (n + z^2) = 3.8415 / 8.8415.
    expect(proportion({ made: 0, of: 5 })).toEqual({
      made: 0,
      of: 5,
      rate: 0,
      low: 0,
      high: expect.closeTo(0.43448, 5),
    });
  });

  it("all of five is not certainly all", () => {
    expect(proportion({ made: 5, of: 5 })).toEqual({
      made: 5,
      of: 5,
      rate: 1,
      low: expect.closeTo(0.56552, 5),
      high: 1,
    });
  });

  it("of nothing there is no share", () => {
    expect(proportion({ made: 0, of: 0 }).rate).toBeNull();
  });
});

describe("two shares", () => {
  it("differ when chance is an unlikely reason", () => {
    // Pooled 0.3: z = 0.2 / sqrt(0.21 x 2 / 100) = 3.09.
    expect(differs(proportion({ made: 40, of: 100 }), proportion({ made: 20, of: 100 }))).toBe(true);
  });
  it("do not differ when chance will do", () => {
    // Pooled 0.35: z = 0.1 / sqrt(0.2275 x 2 / 100) = 1.48.
    expect(differs(proportion({ made: 40, of: 100 }), proportion({ made: 30, of: 100 }))).toBe(false);
  });
  it("do not differ when one is of nothing, or both are none", () => {
    expect(differs(proportion({ made: 0, of: 0 }), proportion({ made: 3, of: 9 }))).toBe(false);
    expect(differs(proportion({ made: 0, of: 9 }), proportion({ made: 0, of: 9 }))).toBe(false);
  });
});
