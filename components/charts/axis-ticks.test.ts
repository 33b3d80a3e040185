import { expect, it } from "vitest";
import { axisTicks } from "./axis-ticks.ts";

it("marks an axis at round values, up to the first that holds the largest", () => {
  expect(axisTicks(0.27)).toEqual([0, 0.1, 0.2, 0.3]);
  expect(axisTicks(0.23)).toEqual([0, 0.05, 0.1, 0.15, 0.2, 0.25]);
  expect(axisTicks(0.83)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
  expect(axisTicks(1)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
});

it("marks days as well as shares", () => {
  expect(axisTicks(183)).toEqual([0, 50, 100, 150, 200]);
});

it("never marks closer than a whole per cent, and nothing at all still has an axis", () => {
  expect(axisTicks(0.013)).toEqual([0, 0.01, 0.02]);
  expect(axisTicks(0.004)).toEqual([0, 0.01]);
  expect(axisTicks(0)).toEqual([0, 0.01]);
});

it("holds a value that stands on a mark without one more", () => {
  expect(axisTicks(0.3)).toEqual([0, 0.1, 0.2, 0.3]);
  expect(axisTicks(0.05)).toEqual([0, 0.01, 0.02, 0.03, 0.04, 0.05]);
});
