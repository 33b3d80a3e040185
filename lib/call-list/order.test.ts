import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byRank, type Ranked } from "./order.ts";

const lead = (leadId: number, combined: number | null, newestEventAt: number | null): Ranked => ({
  leadId,
  combined,
  newestEventAt,
});
const leads = fc.uniqueArray(
  fc.record({
    leadId: fc.integer({ min: 1, max: 50 }),
    combined: fc.option(fc.integer({ min: 0, max: 3 })),
    newestEventAt: fc.option(fc.integer({ min: 0, max: 3 })),
  }),
  { selector: ({ leadId }) => leadId },
);

describe("leads of plays that are equally urgent", () => {
  it("stand by score, then by their newest event, then by who came first; what is missing comes last", () => {
    const inOrder = [
      lead(4, 90, 7),
      lead(1, 80, 9),
      lead(2, 80, 5),
      lead(6, 80, 5),
      lead(3, 80, null),
      lead(5, null, 9),
    ];
    expect(inOrder.toReversed().sort(byRank)).toEqual(inOrder);
  });

  it("stand in one order, in whatever order they came", () => {
    fc.assert(
      fc.property(leads, fc.infiniteStream(fc.nat()), (some, noise) => {
        const shuffled = some.map((each) => [noise.next().value, each] as const).sort(([a], [b]) => a - b);
        expect(shuffled.map(([, each]) => each).sort(byRank)).toEqual(some.toSorted(byRank));
      }),
    );
  });
});
