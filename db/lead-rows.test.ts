import { expect, it } from "vitest";
import { LeadRows } from "./lead-rows.ts";

it("parts are in order of the ids, each with its leads and their rows, and empty ones are left out", () => {
  const rows = new LeadRows(5);
  for (const [row, leadId] of [50_000, 7, 5, 9004, 9005, 14].entries()) rows.set(leadId, row);
  expect([...rows.parts(9000)]).toEqual([
    { from: 5, leadIds: [5, 7, 14, 9004], rows: [2, 1, 5, 3] },
    { from: 9005, leadIds: [9005], rows: [4] },
    { from: 45_005, leadIds: [50_000], rows: [0] },
  ]);
  expect(rows.rowOf(9005)).toBe(4);
  expect(rows.rowOf(6)).toBe(-1);
});
