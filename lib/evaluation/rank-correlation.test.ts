import { describe, expect, it } from "vitest";
import { type Pair, rankCorrelation, ranksOf } from "./rank-correlation.ts";

/** Forty pairs with many ties; what is expected of them was computed by SciPy (`scipy.stats.spearmanr`). */
function fortyPairs(): Pair[] {
  let state = 11;
  const next = (below: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  return Array.from({ length: 40 }, () => {
    const x = next(20);
    return { x, y: next(15) + Math.floor(x / 2) };
  });
}

describe("the rank correlation", () => {
  it("is that of an independent implementation, ties included", () => {
    const found = rankCorrelation(fortyPairs());
    expect(found?.rho).toBeCloseTo(0.379250583286, 12);
    expect(found?.low).toBeCloseTo(0.065489056208, 12);
    expect(found?.high).toBeCloseTo(0.624766330692, 12);
  });

  it("shares the middle rank among those that tie", () => {
    // 3 three times: places 3, 4 and 5.
    expect([...ranksOf([3, 1, 3, 2, 3])]).toEqual([4, 1, 4, 2, 4]);
  });

  it("is 1 in the same order, -1 in the reverse, whatever the distances", () => {
    const rising = [1, 2, 30, 400].map((x, y) => ({ x, y }));
    expect(rankCorrelation(rising)).toMatchObject({ rho: 1, low: 1, high: 1 });
    expect(rankCorrelation(rising.map(({ x, y }) => ({ x, y: -y })))?.rho).toBe(-1);
  });

  it("does not change when pairs come in another order", () => {
    const pairs = fortyPairs();
    expect(rankCorrelation(pairs.toReversed())).toEqual(rankCorrelation(pairs));
  });

  it("says nothing of three pairs, or of scores that are all the same", () => {
    expect(rankCorrelation([])).toBeNull();
    expect(rankCorrelation(fortyPairs().slice(0, 3))).toBeNull();
    expect(rankCorrelation(fortyPairs().map(({ y }) => ({ x: 7, y })))).toBeNull();
  });
});
