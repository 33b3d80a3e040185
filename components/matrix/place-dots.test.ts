import { describe, expect, it } from "vitest";
import { bandsOf } from "#lib/matrix/bands.ts";
import { drawAxis } from "#lib/matrix/scale.ts";
import { placeDots } from "./place-dots.ts";

const axes = {
  fit: drawAxis(bandsOf("fit", [25, 45, 65]), 0.1),
  engagement: drawAxis(bandsOf("engagement", [20, 40, 60]), 0.1),
};
const size = { width: 1000, height: 1000 };

describe("dots of the matrix", () => {
  it("no dot crosses a threshold, however it is pulled: 64.99 stays below the line at 65, 65.00 above", () => {
    const dots = Array.from({ length: 400 }, (_, i) => [4000 - (i % 2), 6500 - (i % 2)] as const);
    const places = placeDots(dots, axes, size);
    dots.forEach(([engagement, fit], i) => {
      expect((places[i * 2] ?? 0) > 400).toBe(engagement >= 4000);
      expect((places[i * 2 + 1] ?? 0) < 350).toBe(fit >= 6500);
    });
  });

  it("equal scores do not hide each other, and lie the same each time", () => {
    const dots = Array.from({ length: 50 }, () => [0, 0] as const);
    const places = placeDots(dots, axes, size);
    expect(new Set(Array.from({ length: 50 }, (_, i) => `${places[i * 2]} ${places[i * 2 + 1]}`)).size).toBeGreaterThan(
      10,
    );
    expect(placeDots(dots, axes, size)).toEqual(places);
    expect(places.every((place) => place >= 0 && place <= 1000)).toBe(true);
  });
});
