import { describe, expect, it } from "vitest";
import { aDefinition } from "#lib/scoring/test/definitions.ts";
import { BaseScores } from "./base-scores.ts";
import { countMoves, flowOf, listMovers } from "./moves.ts";

/** Leads by their adjustments alone, in points of fit and of engagement. */
function scored(points: readonly (readonly [number, number])[], thresholds: readonly number[], qualifies = ["A1"]) {
  const column = (place: 0 | 1) => Int32Array.from(points, (lead) => lead[place] * 100);
  const scores = new BaseScores({ size: points.length, adjusted: { fit: column(0), engagement: column(1) } });
  const definition = aDefinition({ qualifies: { cells: qualifies } });
  const { fit, engagement } = definition.axes;
  const axes = {
    fit: { ...fit, thresholds: [25, 45, 65] },
    engagement: { ...engagement, thresholds: [...thresholds] },
  };
  scores.weigh({ ...definition, axes }, new Map());
  return scores;
}

const LEADS = [
  [70, 62],
  [70, 58],
  [70, 10],
  [10, 62],
] as const;

describe("a threshold that is dragged", () => {
  it("moves who stands between its old place and its new one, and counts everybody once", () => {
    const moves = countMoves(scored(LEADS, [20, 40, 60]), scored(LEADS, [20, 40, 65]));
    expect(moves.moved).toBe(2);
    expect([flowOf(moves, "A1", "A2"), flowOf(moves, "D1", "D2"), flowOf(moves, "A2", "A2")]).toEqual([1, 1, 1]);
    const at = (cell: string) => moves.cells.indexOf(cell);
    expect([moves.before[at("A1")], moves.after[at("A1")], moves.after[at("A2")]]).toEqual([1, 0, 2]);
    expect(moves.after.reduce((sum, count) => sum + count, 0)).toBe(LEADS.length);
    expect([moves.entering, moves.leaving]).toEqual([0, 1]);
  });

  it("and back moves nobody", () => {
    expect(countMoves(scored(LEADS, [20, 40, 60]), scored(LEADS, [20, 40, 60])).moved).toBe(0);
  });

  it("that makes a band more or fewer leaves the cells that both have comparable", () => {
    const moves = countMoves(scored(LEADS, [20, 40, 60]), scored(LEADS, [20, 60], ["A1", "D1"]));
    expect([flowOf(moves, "A2", "A2"), flowOf(moves, "A4", "A3"), flowOf(moves, "A1", "A1")]).toEqual([1, 1, 1]);
    expect(moves.cells).toContain("A4");
    expect([moves.entering, moves.leaving]).toEqual([1, 0]);
  });
});

describe("the leads behind a flow", () => {
  it("are who goes from its cells to its cells, the highest score first, and nobody who stays", () => {
    const before = scored(LEADS, [20, 40, 60]);
    const after = scored(LEADS, [20, 40, 65]);
    expect(listMovers(before, after, { from: ["A1"], to: ["A2"] }, 10)).toEqual([0]);
    expect(listMovers(before, after, { from: before.cellNames, to: after.cellNames }, 10)).toEqual([0, 3]);
    expect(listMovers(before, after, { from: before.cellNames, to: after.cellNames }, 1)).toEqual([0]);
  });
});
