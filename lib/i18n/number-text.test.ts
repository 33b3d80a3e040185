import { expect, test } from "vitest";
import { formatNumber, parseNumber } from "./number-text.ts";

test("a number reads as the language writes it, and reads back", () => {
  expect(formatNumber(-12.5, "nl")).toBe("−12,5");
  expect(formatNumber(-12.5, "en")).toBe("−12.5");
  expect(formatNumber(1000, "en")).toBe("1000");
  for (const value of [0, 12.25, -0.01, -1000]) {
    for (const locale of ["nl", "en"]) expect(parseNumber(formatNumber(value, locale))).toBe(value);
  }
});

test("point or comma, any minus sign and blanks around are understood; everything else is no number", () => {
  expect(parseNumber(" -2,5 ")).toBe(-2.5);
  expect(parseNumber("–3")).toBe(-3);
  expect(parseNumber(".5")).toBe(0.5);
  for (const text of ["", "-", "1,2,3", "1e3", "10 %", "0x10", "NaN", "twelve"]) expect(parseNumber(text)).toBeNull();
});
