import { expect, it } from "vitest";
import { formatEpochDay, parseEpochDay } from "#lib/time/local-day.ts";
import { snapshotDays } from "./snapshot-days.ts";

const day = (text: string) => parseEpochDay(text) ?? 0;
const shown = (days: ReturnType<typeof snapshotDays>) =>
  days.map(
    ({ day: at, isOver, endsWeek }) => `${formatEpochDay(at)}${isOver ? " over" : ""}${endsWeek ? " week" : ""}`,
  );

it("snapshots are taken on the first of each month with leads, and count once their window is over", () => {
  const span = { firstDay: day("2025-11-30"), today: day("2026-03-31"), windowDays: 90, months: 12, weeks: 0 };
  expect(shown(snapshotDays(span))).toEqual(["2025-12-01 over", "2026-01-01", "2026-02-01", "2026-03-01"]);
  expect(shown(snapshotDays({ ...span, today: day("2026-04-01") }))[1]).toBe("2026-01-01 over");
  expect(shown(snapshotDays({ ...span, months: 2 }))).toEqual(["2026-02-01", "2026-03-01"]);
  expect(snapshotDays({ ...span, firstDay: day("2026-03-01") })).toEqual([]);
});

it("and between weeks up to today, which say nothing of who was won but where a month begins", () => {
  const span = { firstDay: day("2026-02-10"), today: day("2026-03-15"), windowDays: 10, months: 12, weeks: 3 };
  expect(shown(snapshotDays(span))).toEqual(["2026-03-01 over week", "2026-03-08 week", "2026-03-15 week"]);
  expect(shown(snapshotDays({ ...span, today: day("2026-03-16"), weeks: 9 }))).toEqual([
    "2026-02-16 week",
    "2026-02-23 week",
    "2026-03-01 over",
    "2026-03-02 week",
    "2026-03-09 week",
    "2026-03-16 week",
  ]);
});
