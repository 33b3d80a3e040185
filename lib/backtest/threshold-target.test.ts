import fc from "fast-check";
import { expect, it } from "vitest";
import type { Cases } from "./cases.ts";
import { handoversOf } from "./handovers.ts";
import { priceThresholds } from "./threshold-target.ts";

const DAYS = [0, 31, 59, 60, 67, 74, 81].map((day) => ({ day, isOver: day < 60, endsWeek: day >= 60 }));

/** A lead on some of the days: its points, and whether sales has it. */
const someLead = fc.array(
  fc.record({ isThere: fc.boolean(), points: fc.integer({ min: 0, max: 200 }), isWithSales: fc.boolean() }),
  { minLength: DAYS.length, maxLength: DAYS.length },
);

function casesOf(leads: readonly (typeof someLead extends fc.Arbitrary<infer Lead> ? Lead : never)[]) {
  const rows = leads.flatMap((days, lead) =>
    days.flatMap((day, place) => (day.isThere ? [{ ...day, place, leadId: lead + 1 }] : [])),
  );
  const cases: Cases = {
    leadIds: Uint32Array.from(rows, ({ leadId }) => leadId),
    places: Int32Array.from(rows, ({ place }) => place),
    won: new Int32Array(rows.length),
    withSales: Int32Array.from(rows, ({ isWithSales }) => Number(isWithSales)),
    days: DAYS,
  };
  return { cases, points: rows.map(({ points }) => points) };
}

it("the flow at every threshold is what counting hand-overs at it gives, whatever scores and sales did", () => {
  fc.assert(
    fc.property(fc.array(someLead, { maxLength: 8 }), fc.integer({ min: 1, max: 200 }), (leads, threshold) => {
      const { cases, points } = casesOf(leads);
      const combined = Int32Array.from(points, (each) => each * 100 + 50);
      const price = priceThresholds({ cases, known: new Uint8Array(points.length), combined, scale: 3 })[threshold - 1];
      const isQualifying = points.map((each) => Number(each >= threshold));
      const weekly = handoversOf(cases, isQualifying, 3);
      expect(weekly).toHaveLength(3);
      expect(price?.perWeek).toBeCloseTo(weekly.reduce((sum, { leads: count }) => sum + count, 0) / 3, 9);
    }),
    { numRuns: 500 },
  );
});
