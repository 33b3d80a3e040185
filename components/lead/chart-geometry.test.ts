import { describe, expect, it } from "vitest";
import type { DayScore } from "#lib/leads/score-history.ts";
import { chartScale, dayAt, stepLine, withRoom } from "./chart-geometry.ts";

const at = (day: number, combined: number | null): DayScore => ({
  day,
  score:
    combined === null
      ? null
      : {
          versionId: 1,
          fit: 0,
          engagement: 0,
          combined,
          cell: "",
          qualifies: false,
          knownFields: 0,
          askedFields: 0,
          newestEventAt: null,
        },
});

describe("the chart of a score", () => {
  it("holds a score until the next day's and breaks where there is none", () => {
    const days = [at(0, 1000), at(1, 2000), at(2, null), at(3, 4000), at(4, 4000)];
    const scale = chartScale(days);
    // The top is 50: 40 with room above it, in tens.
    expect(scale.top).toBe(50);
    expect(stepLine(days, scale)).toBe("M0 80H25V60M75 20H100V20");
  });

  it("has room for low scores, too, and lines every 20 points", () => {
    expect(chartScale([at(0, 500), at(1, null)])).toMatchObject({ top: 40, lines: [20] });
    expect(chartScale([at(0, 7140)])).toMatchObject({ top: 90, lines: [20, 40, 60, 80] });
  });

  it("finds the day that was pointed at", () => {
    const scale = chartScale([at(100, 0), at(110, 0)]);
    expect([-5, 0, 14, 16, 100, 140].map((across) => dayAt(across, scale))).toEqual([100, 100, 101, 102, 110, 110]);
  });

  it("leaves a label out rather than setting it over another", () => {
    const scale = chartScale([at(0, 0), at(100, 0)]);
    const labels = [10, 15, 40].map((day) => ({ day, text: String(day) }));
    expect(withRoom(labels, scale, 10).map(({ day }) => day)).toEqual([10, 40]);
  });
});
