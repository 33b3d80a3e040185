import { describe, expect, it } from "vitest";
import { calibrate, calibrationFinding } from "./calibration.ts";
import { inflationOf } from "./inflation.ts";
import { judgeOrder, newestOfEach, orderOf, orderOverDays } from "./order.ts";
import { knownScores } from "./past-score.ts";
import { surprisesIn } from "./surprises.ts";
import { daysOver, pastScore, pastScores } from "./test/past-scores.ts";
import { truthOf } from "./truth.ts";

/** Of each day twenty customers at 80 points and twenty others at 20. */
function parted(day: number) {
  return [
    ...pastScores(20, { points: 80, isWon: true, isAbove: true, cell: "A1", day, first: day * 1_000 }),
    ...pastScores(20, { points: 20, day, first: day * 1_000 + 500 }),
  ];
}

describe("the order of the score", () => {
  it("is one where every customer stood above all others, one half where nobody is told apart", () => {
    expect(orderOf(parted(1))).toEqual({ auc: 1, low: 1, high: 1 });
    expect(orderOf([...pastScores(20, { isWon: true }), ...pastScores(20, { first: 50 })])?.auc).toBe(0.5);
  });

  it("says nothing of nineteen customers, nor of customers alone", () => {
    expect(orderOf(parted(1).slice(1))).toBeNull();
    expect(orderOf(pastScores(100, { isWon: true }))).toBeNull();
    expect(orderOf([])).toBeNull();
  });

  it("over several days takes leads, not rows: the same leads twice leave the interval as wide", () => {
    const once = [
      ...pastScores(30, { points: 60, isWon: true, first: 1 }),
      ...pastScores(30, { points: 40, isWon: true, first: 101 }),
      ...pastScores(30, { points: 60, first: 201 }),
      ...pastScores(90, { points: 40, first: 301 }),
    ];
    const twice = once.flatMap((row) => [row, { ...row, day: 200 }]);
    // (30 x (90 + 15) + 30 x 45) / (60 x 120) = 0.625
    expect(orderOverDays(once)?.auc).toBe(0.625);
    expect(orderOverDays(twice)).toEqual(orderOverDays(once));
  });

  it("is held against the limit with its interval", () => {
    expect(judgeOrder(null, 0.7)).toBe("few");
    expect(judgeOrder({ auc: 0.52, low: 0.48, high: 0.56 }, 0.7)).toBe("chance");
    expect(judgeOrder({ auc: 0.507, low: 0.505, high: 0.509 }, 0.7)).toBe("chance");
    expect(judgeOrder({ auc: 0.519, low: 0.515, high: 0.523 }, 0.7)).toBe("below");
    expect(judgeOrder({ auc: 0.6, low: 0.55, high: 0.65 }, 0.7)).toBe("below");
    expect(judgeOrder({ auc: 0.68, low: 0.62, high: 0.74 }, 0.7)).toBe("doubtful");
    expect(judgeOrder({ auc: 0.7, low: 0.62, high: 0.78 }, 0.7)).toBe("holds");
  });
});

describe("calibration", () => {
  const days = daysOver(100, 160, 200);
  /** 30 of 100 won in the bin of 70 to 80 points, 10 of 100 in that of 20 to 30. */
  const month = (day: number, won: { readonly high: number; readonly low: number }) => [
    ...pastScores(won.high, { points: 75, isWon: true, day, first: day * 1_000 }),
    ...pastScores(100 - won.high, { points: 75, day, first: day * 1_000 + 200 }),
    ...pastScores(won.low, { points: 25, isWon: true, day, first: day * 1_000 + 400 }),
    ...pastScores(100 - won.low, { points: 25, day, first: day * 1_000 + 600 }),
  ];

  it("promises what was known by then: only months whose window was over", () => {
    // Of day 100 the 90 days are over on day 190: day 160 knows nothing yet, day 200 knows day 100 alone.
    const rows = [
      ...month(100, { high: 30, low: 10 }),
      ...month(160, { high: 99, low: 99 }),
      ...month(200, { high: 20, low: 10 }),
    ];
    const calibration = calibrate(rows, { days, windowDays: 90 });
    expect(calibration?.bins).toMatchObject([
      { bin: 2, predicted: expect.closeTo(0.1, 9), observed: { made: 10, of: 100 } },
      { bin: 7, predicted: expect.closeTo(0.3, 9), observed: { made: 20, of: 100 } },
    ]);
    expect(calibration).toMatchObject({ predicted: expect.closeTo(0.2, 9), observed: { made: 30, of: 200 } });
  });

  it("holds while what came lies within its interval, and says when more was promised", () => {
    const came = (high: number) =>
      calibrationFinding(
        calibrate([...month(100, { high: 30, low: 10 }), ...month(200, { high, low: 10 })], { days, windowDays: 90 }),
      );
    expect(came(30)).toBe("holds");
    expect(came(10)).toBe("over");
    expect(came(60)).toBe("under");
  });

  it("says nothing before anything is known", () => {
    expect(calibrate(month(100, { high: 30, low: 10 }), { days, windowDays: 90 })).toBeNull();
    expect(calibrationFinding(null)).toBe("few");
  });
});

describe("score inflation", () => {
  const month = (day: number, { above, won }: { readonly above: number; readonly won: number }) => [
    ...pastScores(won, { isAbove: true, isWon: true, day, first: day * 1_000 }),
    ...pastScores(above - won, { isAbove: true, day, first: day * 1_000 + 300 }),
    ...pastScores(300 - above, { day, first: day * 1_000 + 600 }),
  ];

  it("is more leads beyond the line of whom fewer are won", () => {
    const found = inflationOf([...month(1, { above: 60, won: 30 }), ...month(2, { above: 150, won: 30 })]);
    expect(found).toMatchObject({
      kind: "inflated",
      above: { before: { made: 60, of: 300 }, after: { made: 150, of: 300 } },
      wonAbove: { before: { made: 30, of: 60 }, after: { made: 30, of: 150 } },
    });
  });

  it("is told from more that are won as often, and from chance", () => {
    expect(inflationOf([...month(1, { above: 60, won: 20 }), ...month(2, { above: 150, won: 50 })])?.kind).toBe("more");
    expect(inflationOf([...month(1, { above: 60, won: 20 }), ...month(2, { above: 62, won: 19 })])?.kind).toBe("holds");
    expect(inflationOf([...month(1, { above: 60, won: 9 }), ...month(2, { above: 62, won: 9 })])?.kind).toBe("few");
    expect(inflationOf(month(1, { above: 60, won: 20 }))).toBeNull();
  });
});

describe("whom the score was wrong about", () => {
  it("are customers whose newest score was below the line, and high ones that were never an SQL", () => {
    const found = surprisesIn([
      // Stood above once, below the line when it was won.
      pastScore({ leadId: 1, day: 1, isAbove: true, isWon: true }),
      pastScore({ leadId: 1, day: 2, points: 12, isWon: true }),
      pastScore({ leadId: 2, day: 2, isAbove: true, isWon: true }),
      // Exactly 80 is high.
      pastScore({ leadId: 3, points: 80 }),
      pastScore({ leadId: 4, points: 95 }),
      pastScore({ leadId: 5, day: 1, points: 90 }),
      pastScore({ leadId: 5, day: 2, points: 10, isQualified: true }),
      pastScore({ leadId: 6, points: 79 }),
    ]);
    expect(found).toMatchObject({
      low: { made: 1, of: 2 },
      lowLeadIds: [1],
      high: { made: 1, of: 3 },
      highLeadIds: [4, 3],
      all: { made: 3, of: 6 },
    });
  });
});

describe("the truth of a score", () => {
  it("of nothing, of one lead, of all won and of all lost has no number that is none", () => {
    const one = [pastScore()];
    const won = pastScores(50, { isWon: true });
    const lost = pastScores(50, {});
    for (const rows of [[], one, won, lost]) {
      const truth = truthOf(rows, { days: daysOver(100), windowDays: 90 });
      expect(JSON.stringify(truth)).not.toMatch(/NaN|Infinity/);
      expect(numbersIn(truth).every(Number.isFinite)).toBe(true);
      expect(truth.order).toBeNull();
    }
  });

  it("counts an open month, and lets it prove nothing", () => {
    const days = [...daysOver(100), { day: 130, isOver: false }];
    const truth = truthOf([...parted(100), ...parted(130)], { days, windowDays: 90 });
    expect(truth.months).toMatchObject([
      { day: 100, leads: 40, won: 20, order: { auc: 1 }, above: { made: 20, of: 40 }, wonAbove: { made: 20, of: 20 } },
      { day: 130, leads: 40, won: 20, order: null, wonAbove: null },
    ]);
    expect(knownScores([...parted(100), ...parted(130)], days)).toHaveLength(40);
    expect(truth.base).toMatchObject({ made: 20, of: 40 });
  });

  it("tells conversion by band and bin of then", () => {
    const truth = truthOf(parted(100), { days: daysOver(100), windowDays: 90 });
    expect(truth.fitBands).toMatchObject([
      { name: "A", made: 20, of: 20 },
      { name: "C", made: 0, of: 20 },
    ]);
    expect(truth.engagementBands.map(({ name }) => name)).toEqual(["1", "3"]);
    expect(truth.bins[2]).toMatchObject({ made: 0, of: 20 });
    expect(truth.bins[8]).toMatchObject({ made: 20, of: 20 });
  });

  it("names who was won of each month, band and bin, each lead once and the newest first", () => {
    const rows = [
      ...parted(100),
      pastScore({ leadId: 100_005, day: 130, points: 84, isWon: true, isAbove: true, cell: "A1" }),
    ];
    const { wonLeads } = truthOf(rows, { days: daysOver(100, 130), windowDays: 90 });
    const of = (part: string, name: string) =>
      wonLeads.find((each) => each.part === part && each.name === name)?.leadIds;
    expect(of("month", "1970-04")).toHaveLength(20);
    expect(of("month", "1970-05")).toEqual([100_005]);
    expect(of("above", "1970-05")).toEqual([100_005]);
    expect(of("fit", "A")).toEqual(of("bin", "8"));
    expect(of("engagement", "1")).toHaveLength(20);
    expect(of("engagement", "1")?.slice(0, 2)).toEqual([100_019, 100_018]);
    expect(of("fit", "C")).toBeUndefined();
  });

  it("holds the worth of a deal against the newest score before it", () => {
    const deals = Array.from({ length: 24 }, (_, n) => [
      pastScore({ leadId: n, day: 1, points: 99 - n, wonMinor: 100 * n, isWon: true }),
      pastScore({ leadId: n, day: 2, points: n, wonMinor: 100 * n, isWon: true }),
    ]).flat();
    expect(newestOfEach(deals)).toHaveLength(24);
    expect(truthOf(deals, { days: daysOver(1, 2), windowDays: 90 }).value?.rho).toBe(1);
  });
});

function numbersIn(value: unknown): number[] {
  if (typeof value === "number") return [value];
  return value !== null && typeof value === "object" ? Object.values(value).flatMap(numbersIn) : [];
}
