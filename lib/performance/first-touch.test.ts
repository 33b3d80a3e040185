import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exampleJourney } from "./example-journey.ts";
import { rateByWait, SPANS, spanOf, waitFinding, waitSpans, waitsOf } from "./first-touch.ts";
import type { Clock, Journey } from "./journey.ts";

const DAY = 86_400_000;
const HOUR = 3_600_000;
const clock: Clock = { now: 400 * DAY, today: 400, windowDays: 90, timeZone: "UTC" };

type Given = { waitedHours: number | null; repId?: number; becameSql?: boolean; handedOverDay?: number };

function handedOver({ waitedHours, repId = 1, becameSql = false, handedOverDay = 100 }: Given): Journey {
  const at = handedOverDay * DAY;
  return exampleJourney({
    createdAt: at - DAY,
    createdDay: handedOverDay - 1,
    handedOverAt: at,
    acceptedAt: becameSql ? at + DAY : null,
    qualifiedAt: becameSql ? at + 5 * DAY : null,
    firstTouchAt: waitedHours === null ? null : at + waitedHours * HOUR,
    repId,
  });
}

const several = (count: number, given: Given) => Array.from({ length: count }, () => handedOver(given));

describe("the wait for a first call", () => {
  it("is told by its middle, and leaves out who still waits", () => {
    // 1, 2, 4, 8 hours: median between 2 and 4; quarters at 1.75 and 5 hours.
    const journeys = [1, 2, 4, 8, null].map((waitedHours) => handedOver({ waitedHours }));
    expect(waitsOf(journeys).all).toEqual({ touched: 4, median: 180, lowerQuarter: 105, upperQuarter: 300 });
    expect(waitsOf([handedOver({ waitedHours: null })]).all).toBeNull();
  });

  it("is compared between reps, quickest first", () => {
    const journeys = [...several(2, { waitedHours: 5, repId: 7 }), ...several(2, { waitedHours: 1, repId: 8 })];
    expect(waitsOf(journeys).reps.map(({ repId }) => repId)).toEqual([8, 7]);
  });

  it("names a slow rep only when leads wait three times as long, of ten at least", () => {
    const others = several(30, { waitedHours: 2, repId: 1 });
    expect(waitsOf([...others, ...several(10, { waitedHours: 6, repId: 2 })]).slow).toMatchObject({
      longer: { made: 10, of: 10 },
      repId: 2,
      median: 360,
      others: 120,
    });
    expect(waitsOf([...others, ...several(10, { waitedHours: 5.9, repId: 2 })]).slow).toBeNull();
    expect(waitsOf([...others, ...several(9, { waitedHours: 60, repId: 2 })]).slow).toBeNull();
  });
});

describe("the span of a wait", () => {
  it("is the same for one by itself and among others", () => {
    const minutes = fc.oneof(fc.double({ min: 0, max: 9_000, noNaN: true }), fc.constantFrom(...SPANS.slice(0, -1)));
    fc.assert(
      fc.property(fc.array(minutes), (given) => {
        const ascending = Float64Array.from(given, (each) => each ?? 0).sort();
        const places = waitSpans(ascending).flatMap(({ first, end }, place) => Array(end - first).fill(place));
        expect(places).toEqual([...ascending].map(spanOf));
      }),
    );
  });
});

describe("what waiting costs", () => {
  it("counts who waited exactly an hour with the longer wait", () => {
    const rates = rateByWait([handedOver({ waitedHours: 1 }), handedOver({ waitedHours: 0.99 })], clock);
    expect(rates.map(({ of }) => of)).toEqual([0, 1, 1, 0, 0, 0]);
  });

  it("leaves out hand-overs whose window still runs", () => {
    const rates = rateByWait([handedOver({ waitedHours: 1, handedOverDay: 311 })], clock);
    expect(rates.every(({ of }) => of === 0)).toBe(true);
  });

  it("is said only when chance would not explain it", () => {
    const quick = [...several(20, { waitedHours: 0.5, becameSql: true }), ...several(20, { waitedHours: 0.5 })];
    const slow = [...several(8, { waitedHours: 30, becameSql: true }), ...several(32, { waitedHours: 30 })];
    expect(waitFinding(rateByWait([...quick, ...slow], clock))).toMatchObject({
      kind: "costs",
      quick: { made: 20, of: 40 },
      slow: { made: 8, of: 40 },
    });
    const alike = [...several(19, { waitedHours: 30, becameSql: true }), ...several(21, { waitedHours: 30 })];
    expect(waitFinding(rateByWait([...quick, ...alike], clock))).toEqual({ kind: "chance" });
    expect(waitFinding(rateByWait(quick, clock))).toEqual({ kind: "few" });
  });
});
