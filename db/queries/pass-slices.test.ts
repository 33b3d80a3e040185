import fc from "fast-check";
import { expect, it } from "vitest";
import { cutRanges } from "./pass-slices.ts";

/** Ids 1 to 1,000, evenly; the lower half has four fifths of the events. */
const base = {
  leads: 1000,
  events: 70_000,
  first: 1,
  last: 1000,
  leadBounds: [1, 250, 500, 750, 1000],
  eventBounds: [1, 125, 250, 375, 500, 1000],
};

it("slices are cut by work: where leads have more events, a slice has fewer leads", () => {
  const [first, second] = cutRanges(base, 2);
  // A lead counts for 7 events, an id up to 500 has 56,000 / 500 = 112 more: half of 77,000 lies at 38,500 / 119 = 323.5.
  expect(first?.to).toBeGreaterThan(320);
  expect(first?.to).toBeLessThan(328);
  expect(second).toEqual({ from: (first?.to ?? 0) + 1, to: 1000 });
});

it("ranges leave out no id and name none twice, whatever the statistics say", () => {
  const someBounds = fc
    .uniqueArray(fc.integer({ min: 1, max: 5000 }), { minLength: 2, maxLength: 40 })
    .map((ids) => ids.toSorted((a, b) => a - b));
  fc.assert(
    fc.property(someBounds, someBounds, fc.integer({ min: 1, max: 60 }), (leadBounds, eventBounds, count) => {
      const ranges = cutRanges({ ...base, last: 4000, leadBounds, eventBounds }, count);
      expect(ranges[0]?.from).toBe(1);
      expect(ranges.at(-1)?.to).toBe(4000);
      expect(ranges.slice(1).map(({ from }) => from - 1)).toEqual(ranges.slice(0, -1).map(({ to }) => to));
      expect(ranges.length).toBeLessThanOrEqual(count);
    }),
  );
});
