import { expect, test } from "vitest";
import { clampMark, nearestMark, percentOf, rangeBetween, stepOfKey, valueAt } from "./ruler-values.ts";

const scale = { min: -30, max: 30 };

test("a place on the ruler is a whole value, and beyond its ends it is the end", () => {
  expect(valueAt(0.5, scale)).toBe(0);
  expect(valueAt(0.51, scale)).toBe(1);
  expect(valueAt(-1, scale)).toBe(-30);
  expect(valueAt(2, scale)).toBe(30);
  expect(percentOf(15, scale)).toBe(75);
  expect(percentOf(40, scale)).toBe(100);
});

test("a press takes the nearest mark, and of marks at one place the one that can move there", () => {
  const marks = [{ value: 20 }, { value: 40 }, { value: 40 }];
  expect(nearestMark(marks, 25)).toBe(0);
  expect(nearestMark(marks, 60)).toBe(2);
  expect(nearestMark(marks, 38)).toBe(1);
});

test("marks do not pass each other, and one that has no room stays", () => {
  const marks = [{ value: 20 }, { value: 40 }, { value: 41 }];
  const bounds = { min: 1, max: 100 };
  expect(clampMark(marks, 0, 90, bounds)).toBe(39);
  expect(clampMark(marks, 2, 5, bounds)).toBe(41);
  expect(clampMark(marks, 2, 500, bounds)).toBe(100);
  expect(clampMark([{ value: 20 }, { value: 20.5 }, { value: 21 }], 1, 30, bounds)).toBe(20.5);
});

test("what is typed for a mark lies between its neighbours, or anywhere while those do not rise", () => {
  const bounds = { min: 0.01, max: 100 };
  expect(rangeBetween([20, 40, 60], 0, bounds)).toEqual({ min: 0.01, max: 39.99 });
  expect(rangeBetween([20, 40.5, 60], 1, bounds)).toEqual({ min: 20.01, max: 59.99 });
  expect(rangeBetween([20, 40, 60], 2, bounds)).toEqual({ min: 40.01, max: 100 });
  expect(rangeBetween([50, 40, 30], 1, bounds)).toEqual(bounds);
});

test("an arrow moves one, with shift five, a page five", () => {
  expect(stepOfKey("ArrowUp", false)).toBe(1);
  expect(stepOfKey("ArrowLeft", false)).toBe(-1);
  expect(stepOfKey("ArrowRight", true)).toBe(5);
  expect(stepOfKey("ArrowDown", true)).toBe(-5);
  expect(stepOfKey("PageDown", false)).toBe(-5);
  expect(stepOfKey("Tab", false)).toBeNull();
});
