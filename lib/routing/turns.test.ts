import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { roundOf, whoseTurn } from "./turns.ts";

const [ANNA, BRAM, CARA] = [1, 2, 3];

describe("a round", () => {
  it("gives equal shares turn about", () =>
    expect(
      roundOf([
        { userId: ANNA, share: 25 },
        { userId: BRAM, share: 25 },
      ]),
    ).toEqual([ANNA, BRAM]));

  it("gives who takes twice as much two of three turns, with the other's in between", () => {
    // Anna at 1/4 and 3/4 of the round, Bram at 1/2.
    const round = roundOf([
      { userId: ANNA, share: 40 },
      { userId: BRAM, share: 20 },
    ]);
    expect(round).toEqual([ANNA, BRAM, ANNA]);
    expect([0, 1, 2, 3, 4].map((turn) => whoseTurn(turn, round))).toEqual([ANNA, BRAM, ANNA, ANNA, BRAM]);
  });

  it("of 3, 2 and 1 goes 1/6, 1/4, 1/2 twice in order of the list, 3/4, 5/6", () =>
    expect(
      roundOf([
        { userId: ANNA, share: 3 },
        { userId: BRAM, share: 2 },
        { userId: CARA, share: 1 },
      ]),
    ).toEqual([ANNA, BRAM, ANNA, CARA, BRAM, ANNA]));

  it("of nobody has no turns", () => {
    expect(roundOf([])).toEqual([]);
    expect(() => whoseTurn(0, [])).toThrow();
  });
});

describe("whatever the shares", () => {
  const sharers = fc
    .array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 8 })
    .map((shares) => shares.map((share, place) => ({ userId: place + 1, share })));

  it("once around, everybody had turns in proportion to their share", () => {
    fc.assert(
      fc.property(sharers, (list) => {
        const round = roundOf(list);
        const total = list.reduce((sum, { share }) => sum + share, 0);
        for (const { userId, share } of list)
          expect(round.filter((each) => each === userId).length * total).toBe(share * round.length);
      }),
    );
  });

  it("at every moment any two are at the same part of their share, give or take half a turn of each", () => {
    fc.assert(
      fc.property(sharers, (list) => {
        const round = roundOf(list);
        const scale = round.length / list.reduce((sum, { share }) => sum + share, 0);
        const had = new Map<number, number>();
        for (const userId of round) {
          had.set(userId, (had.get(userId) ?? 0) + 1);
          const parts = list.map((each) => ({ of: each.share * scale, turns: had.get(each.userId) ?? 0 }));
          for (const one of parts)
            for (const other of parts)
              expect(Math.abs(one.turns / one.of - other.turns / other.of)).toBeLessThanOrEqual(
                0.5 / one.of + 0.5 / other.of + 1e-9,
              );
        }
      }),
      { numRuns: 50 },
    );
  });
});
