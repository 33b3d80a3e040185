import { expect, test } from "vitest";
import { badGroundOf, countFaults } from "./bad-ground.ts";
import { leadsAlike } from "./example-leads.ts";

const ALIKE = [
  leadsAlike({ leads: 5, filled: [true] }),
  leadsAlike({ leads: 2, filled: [false], ageDays: 200 }),
  leadsAlike({ leads: 1, filled: [true], isDuplicate: true, hasBounced: true }),
  leadsAlike({ leads: 4, filled: [false], hasScore: false }),
];

test("a score rests on bad data once, whatever is wrong, and stands under each fault", () => {
  // Two old ones that lack a field and one that is double and bounced: 3 of the 8 with a score.
  expect(badGroundOf(ALIKE)).toEqual({
    bad: 3,
    of: 8,
    byFault: { missing: 2, duplicate: 1, old: 2, bounced: 1 },
  });
});

test("leads without a score have faults as well", () => {
  expect(countFaults(ALIKE)).toEqual({ missing: 6, duplicate: 1, old: 2, bounced: 1 });
});
