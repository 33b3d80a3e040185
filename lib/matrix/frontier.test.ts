import { describe, expect, it } from "vitest";
import type { Definition } from "#lib/scoring/definition.ts";
import { frontierOf } from "./frontier.ts";

const axis = (thresholds: number[]) => ({ groups: [], thresholds });

function model(changes: Partial<Definition>): Definition {
  return {
    kind: "lead",
    name: "Inbound",
    segment: null,
    stages: null,
    eventsFrom: "always",
    axes: { fit: axis([25, 45, 65]), engagement: axis([20, 40, 60]) },
    mix: { fit: 40, engagement: 60 },
    plays: {},
    qualifies: { cells: ["A1"] },
    ...changes,
  };
}

describe("the line above which leads are handed to sales", () => {
  it("runs along the edges of the cells that qualify", () => {
    const qualifies = { cells: ["A1", "A2", "B1", "B2", "C1"] };
    const edges = frontierOf(model({ qualifies }));
    expect(edges).toHaveLength(5);
    expect(edges).toEqual(
      expect.arrayContaining([
        { x1: 40, y1: 65, x2: 40, y2: 100 },
        { x1: 40, y1: 45, x2: 40, y2: 65 },
        { x1: 40, y1: 45, x2: 60, y2: 45 },
        { x1: 60, y1: 25, x2: 60, y2: 45 },
        { x1: 60, y1: 25, x2: 100, y2: 25 },
      ]),
    );
  });

  it("slopes where the combined score decides: 0.4 fit + 0.6 engagement >= 60 runs from (33.3, 100) to (100, 0)", () => {
    const [line, ...others] = frontierOf(model({ qualifies: { combinedAtLeast: 60 } }));
    expect(others).toEqual([]);
    expect(line).toMatchObject({ y1: 100, x2: 100, y2: 0 });
    expect(line?.x1).toBeCloseTo(33.333, 3);
  });

  it("is upright where only engagement counts", () => {
    const mix = { fit: 0, engagement: 100 };
    expect(frontierOf(model({ mix, qualifies: { combinedAtLeast: 60 } }))).toEqual([
      { x1: 60, y1: 100, x2: 60, y2: 0 },
    ]);
  });

  it("is absent where nobody can reach it", () => {
    expect(frontierOf(model({ qualifies: { combinedAtLeast: 150 } }))).toEqual([]);
  });
});
