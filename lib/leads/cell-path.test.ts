import { describe, expect, it } from "vitest";
import { cellPath } from "./cell-path.ts";

const score = (fit: number, engagement: number, cell: string) => ({
  versionId: 1,
  fit,
  engagement,
  combined: 0,
  cell,
  qualifies: false,
  knownFields: 0,
  askedFields: 0,
  newestEventAt: null,
});

describe("the way through the matrix", () => {
  it("turns where a score changed and notes each cell that was entered", () => {
    const path = cellPath([
      { day: 1, score: null },
      { day: 2, score: score(4000, 0, "C4") },
      { day: 3, score: score(4000, 0, "C4") },
      { day: 4, score: score(7000, 0, "A4") },
      { day: 5, score: score(7000, 1900, "A4") },
      { day: 6, score: score(7000, 7233, "A1") },
    ]);
    expect(path.points.map(({ day }) => day)).toEqual([2, 4, 5, 6]);
    expect(path.entries.map(({ day, cell }) => [day, cell])).toEqual([
      [2, "C4"],
      [4, "A4"],
      [6, "A1"],
    ]);
  });

  it("is empty for a lead that never had a score", () => {
    expect(cellPath([{ day: 1, score: null }])).toEqual({ points: [], entries: [] });
  });
});
