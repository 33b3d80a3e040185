import { expect, test } from "vitest";
import { bandsOf, cellsOf } from "#lib/matrix/bands.ts";
import { drawAxis } from "#lib/matrix/scale.ts";
import { aDefinition } from "#lib/scoring/test/definitions.ts";
import { arrowsOf } from "./arrows.ts";
import type { Moves } from "./moves.ts";

const definition = {
  ...aDefinition(),
  axes: { fit: { groups: [], thresholds: [25, 50, 75] }, engagement: { groups: [], thresholds: [20, 40, 60] } },
};
const cells = cellsOf(definition);
const axes = {
  fit: drawAxis(bandsOf("fit", [25, 50, 75]), 0),
  engagement: drawAxis(bandsOf("engagement", [20, 40, 60]), 0),
};

function moving(flows: Readonly<Record<string, number>>): Moves {
  const names = cells.map(({ cell }) => cell).sort();
  const counts = new Int32Array(names.length ** 2);
  for (const [flow, leads] of Object.entries(flows)) {
    const [from = "", to = ""] = flow.split(" ");
    counts[names.indexOf(from) * names.length + names.indexOf(to)] = leads;
  }
  const none = new Int32Array(names.length);
  return { cells: names, flows: counts, before: none, after: none, moved: 0, entering: 0, leaving: 0 };
}

test("arrows stand where the line between two cells is crossed, the largest first, each way beside the other", () => {
  const arrows = arrowsOf(moving({ "A1 A2": 5, "A2 A1": 9, "B3 C3": 7, "C3 C3": 99 }), cells, axes);
  expect(arrows.map(({ from, to, leads, towards }) => [from, to, leads, towards])).toEqual([
    ["A2", "A1", 9, "right"],
    ["B3", "C3", 7, "down"],
    ["A1", "A2", 5, "left"],
  ]);
  const [right, down, left] = arrows;
  for (const x of [right?.x, left?.x]) expect(x).toBeCloseTo(0.6);
  expect(down?.y).toBeCloseTo(0.5);
  expect([right?.lane, down?.lane, left?.lane]).toEqual([0, 0, 1]);
  // Along the row of A, the highest quarter.
  for (const across of [right, left]) expect([across?.y, across?.height]).toEqual([0.75, 0.25]);
});

test("who goes further than the next cell has no arrow", () => {
  expect(arrowsOf(moving({ "A1 A3": 4, "A1 B2": 3 }), cells, axes)).toEqual([]);
});
