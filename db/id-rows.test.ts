import { expect, it } from "vitest";
import { IdRows } from "./id-rows.ts";

it("parts are in order of the ids, each with its leads and their rows, and empty ones are left out", () => {
  const rows = new IdRows(5);
  for (const [row, id] of [50_000, 7, 5, 9004, 9005, 14].entries()) rows.set(id, row);
  expect([...rows.parts(9000)]).toEqual([
    { from: 5, ids: [5, 7, 14, 9004], rows: [2, 1, 5, 3] },
    { from: 9005, ids: [9005], rows: [4] },
    { from: 45_005, ids: [50_000], rows: [0] },
  ]);
  expect(rows.rowOf(9005)).toBe(4);
  expect(rows.rowOf(6)).toBe(-1);
});
