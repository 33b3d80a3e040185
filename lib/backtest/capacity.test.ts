import { expect, it } from "vitest";
import { leadsPer, leadsPerWeek } from "./capacity.ts";

it("a month is a twelfth of a year, and a week a week", () => {
  expect(leadsPerWeek({ leads: 120, per: "month" })).toBeCloseTo((120 * 12 * 7) / 365.25, 9);
  expect(leadsPerWeek({ leads: 28, per: "week" })).toBe(28);
});

it("leads of a period are the same leads by week and back", () => {
  expect(leadsPer("month", leadsPerWeek({ leads: 120, per: "month" }))).toBeCloseTo(120, 9);
});
