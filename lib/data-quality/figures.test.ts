import { describe, expect, test } from "vitest";
import { leadsAlike } from "./example-leads.ts";
import { MEASURES, measured, meetsTarget, qualityOf } from "./figures.ts";
import { figuresSchema } from "./report.ts";

const valuesOf = (figures: ReturnType<typeof qualityOf>) => MEASURES.map((measure) => measured(figures, measure));

describe("the figures of a day", () => {
  test("of no leads are no numbers, rather than noughts", () => {
    const figures = qualityOf({ alike: [], required: ["phone"], groups: [], knowsBounces: true });
    expect(valuesOf(figures)).toEqual([null, null, null, null]);
    expect(figuresSchema.parse(figures)).toEqual(figures);
  });

  test("of one lead without a model say what can be said: nothing is required, and nobody told of bounces", () => {
    const alike = [leadsAlike({ hasScore: false, ageDays: 3 })];
    const figures = qualityOf({ alike, required: [], groups: [], knowsBounces: false });
    expect(valuesOf(figures)).toEqual([null, 0, 3, null]);
    expect(figures.scores).toMatchObject({ bad: 0, of: 0 });
  });

  test("of leads with everything are as good as can be", () => {
    const alike = [leadsAlike({ leads: 20, filled: [true, true], ageDays: 0 })];
    const figures = qualityOf({ alike, required: ["email", "phone"], groups: [], knowsBounces: true });
    expect(valuesOf(figures)).toEqual([1, 0, 0, 0]);
    expect(MEASURES.every((measure) => meetsTarget(measure, measured(figures, measure) ?? Number.NaN))).toBe(true);
  });

  test("count of duplicates the persons, not the records", () => {
    const alike = [leadsAlike({ leads: 2, isDuplicate: true })];
    const groups = [{ leadIds: [1, 2], open: 2 }];
    expect(qualityOf({ alike, required: [], groups, knowsBounces: false }).faulty.duplicate).toBe(1);
  });
});

describe("a target", () => {
  test.each([
    ["completeness", 0.9, 0.901],
    ["duplicates", 0.05, 0.049],
    ["age", 183, 182],
    ["bounces", 0.03, 0.029],
  ] as const)("of %s is not met at %d, and is at %d", (measure, on, within) => {
    expect([meetsTarget(measure, on), meetsTarget(measure, within)]).toEqual([false, true]);
  });
});
