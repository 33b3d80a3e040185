import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { takeRanges } from "./due-ranges.ts";

const RANGES = fc
  .array(fc.record({ first: fc.integer({ min: 1, max: 60 }), ids: fc.integer({ min: 1, max: 20 }) }))
  .map((all) => all.map(({ first, ids }, id) => ({ id, first, last: first + ids - 1 })));

function idsOf(ranges: readonly { first: number; last: number }[]): number[] {
  return ranges.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, at) => first + at));
}

describe("leads that are taken from what is due", () => {
  it("are those of the first ranges, up to as many as are handled at once", () => {
    const ranges = [
      { id: 1, first: 5, last: 9 },
      { id: 2, first: 8, last: 10 },
      { id: 3, first: 1, last: 4 },
      { id: 4, first: 20, last: 30 },
    ];
    // 5 + 3 ids, and 2 of the next range: 1 to 2, and 5 to 10, of which 8 and 9 stand in two ranges.
    expect(takeRanges(ranges, 10)).toEqual({
      done: ranges.slice(0, 3),
      rest: { first: 3, last: 4 },
      spans: [
        { first: 1, last: 2 },
        { first: 5, last: 10 },
      ],
    });
  });

  it("none is lost and none is taken twice", () => {
    fc.assert(
      fc.property(RANGES, fc.integer({ min: 1, max: 80 }), (ranges, most) => {
        const { done, rest, spans } = takeRanges(ranges, most);
        const taken = idsOf(spans);
        expect(new Set(taken).size).toBe(taken.length);
        const kept = ranges.slice(done.length);
        const all = new Set([...taken, ...idsOf(rest ? [rest] : []), ...idsOf(kept)]);
        expect([...all].sort()).toEqual([...new Set(idsOf(ranges))].sort());
      }),
    );
  });
});
