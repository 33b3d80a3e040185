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
    const pieces = frontierOf(model({ qualifies: { combinedAtLeast: 60 } }));
    expect(pieces[0]?.x1).toBeCloseTo(33.333, 3);
    expect(pieces[0]?.y1).toBe(100);
    expect(pieces.at(-1)).toMatchObject({ x2: 100, y2: 0 });
    // Unbroken, and bent at every threshold it crosses: 40 and 60 across, 65, 45 and 25 up.
    expect(pieces.map(({ x1, y1 }) => [x1, y1]).slice(1)).toEqual(pieces.map(({ x2, y2 }) => [x2, y2]).slice(0, -1));
    expect(pieces).toHaveLength(6);
  });

  it("is upright where only engagement counts", () => {
    const mix = { fit: 0, engagement: 100 };
    const pieces = frontierOf(model({ mix, qualifies: { combinedAtLeast: 60 } }));
    expect(pieces.every(({ x1, x2 }) => x1 === 60 && x2 === 60)).toBe(true);
    expect([pieces[0]?.y1, pieces.at(-1)?.y2]).toEqual([100, 0]);
  });

  it("is absent where nobody can reach it", () => {
    expect(frontierOf(model({ qualifies: { combinedAtLeast: 150 } }))).toEqual([]);
  });
});
