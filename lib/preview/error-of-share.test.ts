import { expect, it } from "vitest";
import { errorOfShare } from "./error-of-share.ts";

it("a share of a large sample is off by at most two standard errors", () => {
  // 1.96 x sqrt(0.25 / 10,000 x 90,000 / 99,999) x 100
  expect(errorOfShare({ size: 10_000, looked: 10_000, total: 100_000 })).toBeCloseTo(0.9297, 4);
});

it("a model that takes few of the leads looked at is judged by those few", () => {
  // 500 of 10,000 for 5,000 of 100,000: 1.96 x sqrt(0.25 / 500 x 4,500 / 4,999) x 100
  expect(errorOfShare({ size: 500, looked: 10_000, total: 100_000 })).toBeCloseTo(4.1582, 4);
});

it("all leads are not off, and no lead tells nothing", () => {
  expect(errorOfShare({ size: 300, looked: 1_000, total: 1_000 })).toBe(0);
  expect(errorOfShare({ size: 0, looked: 1_000, total: 2_000 })).toBe(100);
});
