import { describe, expect, test } from "vitest";
import { completenessOf } from "./completeness.ts";
import { leadsAlike } from "./example-leads.ts";

describe("completeness", () => {
  test("counts the values that are there, of those that every lead should have", () => {
    // Three with both, one without a phone, one with neither: 3 x 2 + 1 = 7 of 5 x 2 = 10.
    const alike = [
      leadsAlike({ leads: 3, filled: [true, true] }),
      leadsAlike({ filled: [true, false] }),
      leadsAlike({ filled: [false, false] }),
    ];
    expect(completenessOf(alike, ["job_title", "phone"])).toEqual({
      filled: 7,
      of: 10,
      fields: [
        { field: "phone", filled: 3, of: 5 },
        { field: "job_title", filled: 4, of: 5 },
      ],
    });
  });

  test("of no required fields, and of no leads, there is nothing to fill", () => {
    expect(completenessOf([leadsAlike()], [])).toEqual({ filled: 0, of: 0, fields: [] });
    expect(completenessOf([], ["phone"])).toMatchObject({ filled: 0, of: 0 });
  });
});
