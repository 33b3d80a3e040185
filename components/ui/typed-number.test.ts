import { expect, test } from "vitest";
import { typedNumber } from "./typed-number.ts";

const points = { min: -1000, max: 1000 };
const days = { min: 1, max: 3650, isWhole: true };

test.each([
  ["25", 25],
  ["-7.5", -7.5],
  ["-7,5", -7.5],
  ["12.25", 12.25],
  ["12.345", undefined],
  ["1000", 1000],
  ["1000.01", undefined],
  ["-1000", -1000],
  ["-", undefined],
  ["abc", undefined],
])("points have at most two decimals and a magnitude up to 1,000: %s", (typed, number) => {
  expect(typedNumber(typed, points)).toBe(number);
});

test.each([
  ["1", 1],
  ["0", undefined],
  ["3650", 3650],
  ["3651", undefined],
  ["30.5", undefined],
])("days are whole, from 1 to 3650: %s", (typed, number) => {
  expect(typedNumber(typed, days)).toBe(number);
});

test("an empty field means none where there may be none", () => {
  expect(typedNumber(" ", { ...days, isOptional: true })).toBeNull();
  expect(typedNumber(" ", days)).toBeUndefined();
});
