import { describe, expect, it } from "vitest";
import { bandsOf } from "./bands.ts";
import { drawAxis, placeOn } from "./scale.ts";

describe("the drawn axis", () => {
  it("is as wide as its points while every band can be read", () => {
    const axis = drawAxis(bandsOf("fit", [25, 45, 65]), 0.15);
    expect([0, 10, 25, 45, 64.99, 65, 100].map((points) => placeOn(axis, points))).toEqual([
      0,
      expect.closeTo(0.1, 9),
      expect.closeTo(0.25, 9),
      expect.closeTo(0.45, 9),
      expect.closeTo(0.6499, 9),
      expect.closeTo(0.65, 9),
      1,
    ]);
  });

  it("gives a narrow band room, at the cost of the wide ones, and keeps the order", () => {
    const axis = drawAxis(bandsOf("engagement", [80, 85, 100]), 0.15);
    const widths = axis.map(({ start, end }) => end - start);
    expect(widths.map((width) => Math.round(width * 1000) / 1000)).toEqual([0.55, 0.15, 0.15, 0.15]);
    expect(axis.at(-1)?.end).toBeCloseTo(1, 9);
    const places = [0, 40, 80, 82, 85, 99, 100].map((points) => placeOn(axis, points));
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(placeOn(axis, 80)).toBeCloseTo(0.55, 9);
  });

  it("puts a score on the threshold of a band without width at that band's end", () => {
    expect(placeOn(drawAxis(bandsOf("fit", [50, 100]), 0.2), 100)).toBe(1);
  });
});
