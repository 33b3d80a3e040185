import { describe, expect, it } from "vitest";
import { exampleJourney } from "./example-journey.ts";
import { waitPartsOf } from "./wait-parts.ts";

const ZONE = "Europe/Amsterdam";
const MINUTE = 60_000;
const HOUR = 60;

type Given = { at: string; minutes: number | null; source?: string };

/** Handed over at a time of UTC and touched so many minutes later. */
function handedOver({ at, minutes, source }: Given) {
  const handedOverAt = Date.parse(`${at}:00Z`);
  const firstTouchAt = minutes === null ? null : handedOverAt + minutes * MINUTE;
  return exampleJourney({ handedOverAt, firstTouchAt, source: source ?? null });
}

describe("how waits spread", () => {
  it("counts each in one span, who waited exactly to its end in the next, and who still waits apart", () => {
    const minutes = [0, 14.9, 15, 59, 60, 4 * HOUR, 24 * HOUR, 71 * HOUR, 72 * HOUR, 900 * HOUR, null, null];
    const parts = waitPartsOf(
      minutes.map((each) => handedOver({ at: "2026-03-09T09:00", minutes: each })),
      ZONE,
    );
    expect(parts.spans.map(({ from, until, touched }) => [from, until, touched])).toEqual([
      [0, 15, 2],
      [15, 60, 2],
      [60, 240, 1],
      [240, 1_440, 1],
      [1_440, 4_320, 2],
      [4_320, null, 2],
    ]);
    expect(parts.untouched).toBe(2);
  });

  it("goes by weekday and hour of the hand-over in the organisation's zone, over its change of hour", () => {
    const parts = waitPartsOf(
      [
        // Sunday 23:30 and Monday 0:30 in Amsterdam, in winter; Monday 1:30 there once its summer time has come.
        handedOver({ at: "2026-03-08T22:30", minutes: 10 }),
        handedOver({ at: "2026-03-08T23:30", minutes: 30 }),
        handedOver({ at: "2026-03-29T23:30", minutes: 50 }),
      ],
      ZONE,
    );
    expect(parts.weekdays.map(({ key, touched, median }) => [key, touched, median])).toEqual([
      [0, 2, 40],
      [6, 1, 10],
    ]);
    expect(parts.hours.map(({ key, median }) => [key, median])).toEqual([
      [0, 30],
      [1, 50],
      [23, 10],
    ]);
  });

  it("tells the middle and the quarters of each source, the longest wait first, an unknown source too", () => {
    const of = (source: string | undefined, ...waits: number[]) =>
      waits.map((minutes) => handedOver({ at: "2026-03-09T09:00", minutes, ...(source && { source }) }));
    const parts = waitPartsOf([...of("Ads", 10, 20, 30, 40, 50), ...of(undefined, 100), ...of("Fair", 5)], ZONE);
    expect(parts.sources).toEqual([
      { key: null, touched: 1, median: 100, lowerQuarter: 100, upperQuarter: 100 },
      { key: "Ads", touched: 5, median: 30, lowerQuarter: 20, upperQuarter: 40 },
      { key: "Fair", touched: 1, median: 5, lowerQuarter: 5, upperQuarter: 5 },
    ]);
  });

  it("says nothing of leads that nobody handed over", () => {
    const parts = waitPartsOf([exampleJourney({ customerAt: 5 })], ZONE);
    expect(parts).toMatchObject({ untouched: 0, weekdays: [], hours: [], sources: [] });
  });
});
