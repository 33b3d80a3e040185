import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatHours, parseHours } from "./hours-text.ts";

const OFFICE = [
  { from: 510, to: 720 },
  { from: 780, to: 1050 },
];

describe("opening hours in words", () => {
  it("are read as people write them", () => {
    for (const text of ["08:30–12:00, 13:00–17:30", "8:30-12 13-17.30", " 8.30 - 12:00;13:00 — 17:30 "])
      expect(parseHours(text)).toEqual(OFFICE);
    expect(parseHours("0-24")).toEqual([{ from: 0, to: 1440 }]);
    expect(parseHours("  ")).toEqual([]);
  });

  it("are refused when they are none", () => {
    for (const text of ["closed", "9", "9-", "9:60-12", "9-25", "24:01-24:02", "9-12 or so"])
      expect(parseHours(text)).toBeNull();
  });

  it("are read back as they are written", () => {
    const minute = fc.integer({ min: 0, max: 1440 });
    const spans = fc.array(fc.record({ from: minute, to: minute }), { maxLength: 4 });
    fc.assert(fc.property(spans, (list) => void expect(parseHours(formatHours(list))).toEqual(list)));
  });
});
