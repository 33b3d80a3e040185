import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Groups } from "./groups.ts";

const SOURCES = ["fair", null, "web", "ads"];
const NONE = Number.NaN;

describe("values by their keys", () => {
  it("are told apart, without those that are no numbers and keys that have none", () => {
    const groups = new Groups(Float64Array.of(5, NONE, 1, 3, 8), {
      keys: SOURCES,
      places: Int32Array.of(0, 0, 2, 0, 1),
    });
    expect([...groups.of("fair")]).toEqual([5, 3]);
    expect([...groups.of("ads")]).toEqual([]);
    expect([...groups.all].sort()).toEqual([1, 3, 5, 8]);
    expect([...groups.without(null)].sort()).toEqual([1, 3, 5]);
    expect(groups.spreads().map(({ key, count, median }) => [key, count, median])).toEqual([
      ["fair", 2, 4],
      [null, 1, 8],
      ["web", 1, 1],
    ]);
  });

  it("are the ones that were given, whichever these are", () => {
    const value = fc.oneof(fc.integer({ min: -9, max: 9 }), fc.constant(NONE));
    fc.assert(
      fc.property(fc.array(fc.tuple(value, fc.nat({ max: 3 }))), (given) => {
        const values = Float64Array.from(given, ([each]) => each);
        const groups = new Groups(values, { keys: SOURCES, places: Int32Array.from(given, ([, place]) => place) });
        const numbers = given.filter(([each]) => !Number.isNaN(each));
        for (const [place, key] of SOURCES.entries()) {
          const own = numbers.filter(([, at]) => at === place).map(([each]) => each);
          expect([...groups.of(key)]).toEqual(own);
          expect(groups.without(key)).toHaveLength(numbers.length - own.length);
        }
        expect(groups.all).toHaveLength(numbers.length);
      }),
    );
  });
});
