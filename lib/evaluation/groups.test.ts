import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Groups } from "./groups.ts";
import { spreadOf } from "./quantile.ts";

const SOURCES = ["fair", null, "web", "ads"];

describe("values by their keys", () => {
  it("are told apart, without keys that have none", () => {
    const groups = new Groups(Float64Array.of(1, 3, 5, 8), { keys: SOURCES, places: Int32Array.of(2, 0, 0, 1) });
    expect([...groups.of("fair")]).toEqual([3, 5]);
    expect([...groups.of("ads")]).toEqual([]);
    expect([...groups.without(null)]).toEqual([1, 3, 5]);
    expect(groups.spreads().map(({ key, count, median }) => [key, count, median])).toEqual([
      ["fair", 2, 4],
      [null, 1, 8],
      ["web", 1, 1],
    ]);
  });

  it("are the ones that were given, whichever these are", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.nat({ max: 3 }))), (given) => {
        const sorted = given.toSorted(([one], [other]) => one - other);
        const values = Float64Array.from(sorted, ([each]) => each);
        const groups = new Groups(values, { keys: SOURCES, places: Int32Array.from(sorted, ([, place]) => place) });
        for (const [place, key] of SOURCES.entries()) {
          expect([...groups.of(key)]).toEqual(sorted.filter(([, at]) => at === place).map(([each]) => each));
          expect([...groups.without(key)]).toEqual(sorted.filter(([, at]) => at !== place).map(([each]) => each));
        }
        const spreads = new Map(groups.spreads().map(({ key, ...spread }) => [key, spread]));
        for (const key of SOURCES) expect(spreads.get(key) ?? null).toEqual(spreadOf(groups.of(key)));
      }),
    );
  });
});
