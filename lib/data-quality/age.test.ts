import { expect, test } from "vitest";
import { ageOf } from "./age.ts";
import { leadsAlike } from "./example-leads.ts";
import { OLD_DAYS } from "./faults.ts";

test("the age is that of the lead in the middle, and half a year is old", () => {
  // 5, 5, 182, 183, 400: the third is the middle, the last two are old.
  const alike = [
    leadsAlike({ ageDays: 400 }),
    leadsAlike({ leads: 2, ageDays: 5 }),
    leadsAlike({ ageDays: OLD_DAYS - 1 }),
    leadsAlike({ ageDays: OLD_DAYS }),
  ];
  expect(ageOf(alike)).toEqual({ medianDays: 182, old: 2, of: 5 });
});

test("of an even number it lies between the two in the middle, of one it is that one's, of none there is none", () => {
  expect(ageOf([leadsAlike({ ageDays: 10 }), leadsAlike({ ageDays: 13 })]).medianDays).toBe(11.5);
  expect(ageOf([leadsAlike({ ageDays: 7 })])).toEqual({ medianDays: 7, old: 0, of: 1 });
  expect(ageOf([])).toEqual({ medianDays: null, old: 0, of: 0 });
});
