import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCell, safeCell } from "./safe-cell.ts";

/** Behind an optional quote, what OWASP lists as the beginning of a formula. */
const STARTS_FORMULA = /^[\s\u200b\ufeff]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

describe("a cell that could start a formula", () => {
  it.each([
    ["=1+1", "'=1+1"],
    ["+1+1", "'+1+1"],
    ["-1+1", "'-1+1"],
    ["@SUM(1,1)", "'@SUM(1,1)"],
    ["\t=1+1", "'\t=1+1"],
    ["\r=1+1", "'\r=1+1"],
    ["\ntext", "'\ntext"],
    ["＝1+1", "'＝1+1"],
    ["＋1+1", "'＋1+1"],
    ["－1+1", "'－1+1"],
    ["＠SUM(1,1)", "'＠SUM(1,1)"],
    [" =1+1", "' =1+1"],
    ["\u00a0=1+1", "'\u00a0=1+1"],
    ["\ufeff=1+1", "'\ufeff=1+1"],
  ])("%j is marked as text", (value, written) => {
    expect(safeCell(value)).toBe(written);
    expect(readCell(written)).toBe(value);
  });

  it.each(["+49 30 1234567", "-12.5", "@acme", "=", "-", "--", "+", "'=1", "''@x", "'"])(
    "%j survives a round trip",
    (value) => {
      expect(STARTS_FORMULA.test(safeCell(value))).toBe(false);
      expect(readCell(safeCell(value))).toBe(value);
    },
  );

  it("other cells are left alone, also those with an apostrophe of their own", () => {
    for (const value of ["a=b", "1-800-FLOWERS", "O'Brien", "'s-Hertogenbosch", "''", "’t Hooft", "12.5", ""]) {
      expect(safeCell(value)).toBe(value);
      expect(readCell(value)).toBe(value);
    }
  });

  it("a number that is one stays one", () => {
    expect(safeCell(-12.5)).toBe("-12.5");
    expect(safeCell(null)).toBe("");
    expect(safeCell(true)).toBe("true");
  });

  it("no text starts a formula, and every text comes back", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({ unit: fc.constantFrom("'", "=", "-", "@", " ", "\t", "\n", "a", "＋", "\u200b") }),
    );
    fc.assert(
      fc.property(text, (value) => {
        expect(STARTS_FORMULA.test(safeCell(value))).toBe(false);
        expect(readCell(safeCell(value))).toBe(value);
      }),
      { numRuns: process.env.VOORRANG_LONG === "1" ? 50_000 : 2000 },
    );
  });
});
