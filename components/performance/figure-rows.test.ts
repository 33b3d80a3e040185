import { expect, it } from "vitest";
import { fileRows } from "./figure-rows.ts";

it("gives a share and its bounds a column each, named after the heading and rounded", () => {
  const rows = fileRows([
    {
      headings: ["Source", "", "Became a customer"],
      rows: [
        [
          [["", "website"]],
          [["", ""]],
          [
            ["", 0.25],
            ["from", 0.100049],
            ["to", 0.4],
          ],
        ],
        [
          [["", "fair"]],
          [["", ""]],
          [
            ["", null],
            ["from", 0],
            ["to", 1],
          ],
        ],
      ],
    },
  ]);
  expect(rows).toEqual([
    ["Source", "Became a customer", "Became a customer: from", "Became a customer: to"],
    ["website", 0.25, 0.1, 0.4],
    ["fair", null, 0, 1],
  ]);
});

it("leaves a value empty that only other rows have", () => {
  const rows = fileRows([
    {
      headings: ["Month", "MQL"],
      rows: [
        [
          [["", "May"]],
          [
            ["", 12],
            ["share", 0.5],
          ],
        ],
        [[["", "June"]], [["", "too few"]]],
      ],
    },
  ]);
  expect(rows).toEqual([
    ["Month", "MQL", "MQL: share"],
    ["May", 12, 0.5],
    ["June", "too few", null],
  ]);
});

it("is empty where a table has no rows", () => {
  expect(fileRows([{ headings: ["Month"], rows: [] }])).toEqual([[]]);
});

it("parts the tables of one figure by an empty row", () => {
  const table = (heading: string, name: string) => ({ headings: [heading], rows: [[[["", name] as const]]] });
  expect(fileRows([table("Day", "Monday"), table("Hour", "9 to 10")])).toEqual([
    ["Day"],
    ["Monday"],
    [],
    ["Hour"],
    ["9 to 10"],
  ]);
});
