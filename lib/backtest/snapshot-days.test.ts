import { expect, it } from "vitest";
import { formatEpochDay, parseEpochDay } from "#lib/time/local-day.ts";
import { snapshotDays } from "./snapshot-days.ts";

const day = (text: string) => parseEpochDay(text) ?? 0;
const shown = (days: ReturnType<typeof snapshotDays>) =>
  days.map((each) => `${formatEpochDay(each.day)} ${each.isOver}`);

it("snapshots are taken on the first of each month with leads, and count once their window is over", () => {
  const span = { firstDay: day("2025-11-30"), today: day("2026-03-31"), windowDays: 90, most: 12 };
  expect(shown(snapshotDays(span))).toEqual([
    "2025-12-01 true",
    "2026-01-01 false",
    "2026-02-01 false",
    "2026-03-01 false",
  ]);
  expect(shown(snapshotDays({ ...span, today: day("2026-04-01") }))[1]).toBe("2026-01-01 true");
  expect(shown(snapshotDays({ ...span, most: 2 }))).toEqual(["2026-02-01 false", "2026-03-01 false"]);
  expect(snapshotDays({ ...span, firstDay: day("2026-03-01") })).toEqual([]);
});
