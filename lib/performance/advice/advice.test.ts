import { describe, expect, it } from "vitest";
import { proportion } from "#lib/evaluation/proportion.ts";
import { exampleJourney } from "../example-journey.ts";
import { waitsOf } from "../first-touch.ts";
import type { Journey } from "../journey.ts";
import type { CriterionWorth, ModelWorth } from "../truth/criterion-worth.ts";
import { daysOver, pastScores } from "../truth/test/past-scores.ts";
import { truthOf } from "../truth/truth.ts";
import { advise } from "./advise.ts";
import {
  adviseOnBreadth,
  adviseOnHighScores,
  adviseOnInflation,
  adviseOnNewReasons,
  adviseOnNoise,
  adviseOnOrder,
  adviseOnReasons,
  adviseOnRejections,
  adviseOnThreshold,
} from "./model-rules.ts";
import { adviseOnClocks, adviseOnReps, adviseOnSources } from "./work-rules.ts";

const share = (made: number, of: number) => proportion({ made, of });

function criterion(given: Partial<CriterionWorth>): CriterionWorth {
  const lift = { ratio: 1, low: 0.8, high: 1.2 };
  return {
    key: "webinar",
    label: "Webinar",
    points: 5,
    matched: share(30, 1000),
    others: share(270, 9000),
    lift,
    rejections: {},
    ...given,
  };
}

function model(criteria: readonly CriterionWorth[], given: Partial<ModelWorth> = {}): ModelWorth {
  return { modelId: 1, versionId: 2, isEnough: true, criteria, rejections: {}, ...given };
}

describe("advice on the order of the score", () => {
  const at = (auc: number, margin: number) => ({ auc, low: auc - margin, high: auc + margin });
  it("is silent at the limit, doubtful below it, and certain where the interval ends below", () => {
    const on = (auc: number) => adviseOnOrder(at(auc, 0.05), { limit: 0.7, leads: 900 });
    expect(on(0.7)).toEqual([]);
    // 0.03 below with a standard error of 0.05 / 1.96.
    expect(on(0.67)).toMatchObject([{ verdict: "doubtful", weight: expect.closeTo(1.176, 3) }]);
    expect(on(0.64)).toMatchObject([{ verdict: "below" }]);
  });

  it("comes before all others where chance would order as well", () => {
    const [said] = adviseOnOrder(at(0.51, 0.02), { limit: 0.7, leads: 900 });
    expect(said).toMatchObject({ verdict: "chance", weight: Number.MAX_SAFE_INTEGER });
  });

  it("cannot be given of none", () => {
    expect(adviseOnOrder(null, { limit: 0.7, leads: 2 })).toBe("few");
  });
});

describe("advice on what sales gives back", () => {
  const answers = (rejected: number, accepted: number) => ({ handedOver: 500, accepted, rejected, reasons: [] });
  it("comes above 30 % for certain: 50 of 100, not 35", () => {
    // Wilson of 50 in 100 begins at 0.404, of 35 at 0.264.
    expect(adviseOnRejections(answers(50, 50))).toMatchObject([
      { kind: "rejected_often", rejected: { made: 50, of: 100 } },
    ]);
    expect(adviseOnRejections(answers(35, 65))).toEqual([]);
    expect(adviseOnRejections(answers(20, 9))).toBe("few");
  });

  it("names a reason that grew", () => {
    const reasons = [
      { reason: "no_budget" as const, before: 10, after: 30 },
      { reason: "no_need" as const, before: 40, after: 30 },
    ];
    const said = adviseOnNewReasons({ handedOver: 500, accepted: 0, rejected: 110, reasons });
    expect(said).toMatchObject([{ reason: "no_budget", before: { made: 10, of: 50 }, after: { made: 30, of: 60 } }]);
    expect(adviseOnNewReasons({ ...answers(0, 0) })).toBe("few");
  });

  it("names the criterion whose leads come back for one reason", () => {
    // 30 of 40 for no budget where 60 of 200 is usual.
    const own = criterion({ rejections: { no_budget: 30, no_need: 10 } });
    const rejections = { no_budget: 60, no_need: 140 };
    expect(adviseOnReasons(model([own], { rejections }))).toMatchObject([
      { reason: "no_budget", share: { made: 30, of: 40 }, usually: 0.3, criterion: { key: "webinar" } },
    ]);
    expect(adviseOnReasons(model([criterion({ rejections: { no_budget: 12, no_need: 28 } })], { rejections }))).toEqual(
      [],
    );
    expect(adviseOnReasons(model([own]))).toBe("few");
  });
});

describe("advice on the line to sales", () => {
  it("says too broad where those beyond it buy hardly oftener than all", () => {
    // All: 5 %. Beyond the line 40 of 1,000, at most 5.4 %: below 7.5 %.
    expect(adviseOnBreadth({ above: share(40, 1_000), base: share(500, 10_000) })).toMatchObject([
      { kind: "too_broad" },
    ]);
    expect(adviseOnBreadth({ above: share(100, 1_000), base: share(500, 10_000) })).toEqual([]);
    expect(adviseOnBreadth({ above: share(40, 1_000), base: share(19, 10_000) })).toBe("few");
  });

  it("says too high where most customers stood below it, and scores order", () => {
    const all = share(150, 1_000);
    const on = (low: ReturnType<typeof share>, auc: number | null) =>
      adviseOnThreshold({
        order: auc === null ? null : { auc, low: auc - 0.05, high: auc + 0.05 },
        surprises: { low, lowLeadIds: [], high: all, highLeadIds: [], all },
      });
    expect(on(share(70, 100), 0.8)).toMatchObject([{ kind: "threshold_high", below: { made: 70 } }]);
    expect(on(share(55, 100), 0.8)).toEqual([]);
    expect(on(share(70, 100), 0.52)).toEqual([]);
    expect(on(share(19, 19), 0.8)).toBe("few");
    expect(on(share(30, 30), null)).toBe("few");
  });

  it("says wrong where 80 points never become an SQL", () => {
    const all = share(150, 1_000);
    expect(adviseOnHighScores({ high: share(0, 10), all })).toMatchObject([{ kind: "high_never_sql" }]);
    expect(adviseOnHighScores({ high: share(3, 10), all })).toEqual([]);
    expect(adviseOnHighScores({ high: share(0, 9), all })).toBe("few");
  });

  it("says inflated where more stand beyond it and fewer buy", () => {
    const above = { before: share(60, 300), after: share(150, 300) };
    const wonAbove = { before: share(30, 60), after: share(30, 150) };
    expect(adviseOnInflation({ kind: "inflated", above, wonAbove })).toMatchObject([{ kind: "inflation" }]);
    expect(adviseOnInflation({ kind: "holds", above, wonAbove })).toEqual([]);
    expect(adviseOnInflation(null)).toBe("few");
  });
});

describe("advice on criteria", () => {
  const lift = (low: number, ratio: number, high: number) => ({ low, ratio, high });
  it("calls noise what gives points, hardly lifts and cannot double", () => {
    expect(adviseOnNoise(model([criterion({})]))).toMatchObject([{ kind: "noise", criterion: { key: "webinar" } }]);
    expect(adviseOnNoise(model([criterion({ lift: lift(0.4, 0.7, 1.1) })]))).toHaveLength(1);
    // May be useful for all that is known.
    expect(adviseOnNoise(model([criterion({ lift: lift(0.6, 1.1, 2) })]))).toEqual([]);
    expect(adviseOnNoise(model([criterion({ lift: lift(0.9, 1.3, 1.9) })]))).toEqual([]);
  });

  it("asks the reverse of what takes points", () => {
    const minus = (given: ReturnType<typeof lift>) => adviseOnNoise(model([criterion({ points: -10, lift: given })]));
    expect(minus(lift(0.9, 1, 1.1))).toHaveLength(1);
    expect(minus(lift(0.2, 0.4, 0.6))).toEqual([]);
  });

  it("says nothing of a short past, of no points, and of what nobody matched", () => {
    expect(adviseOnNoise(model([criterion({})], { isEnough: false }))).toBe("few");
    expect(adviseOnNoise(model([criterion({ points: 0 }), criterion({ lift: null })]))).toEqual([]);
  });
});

describe("advice on the work", () => {
  const HOUR = 3_600_000;
  const touched = (repId: number, hours: number) =>
    exampleJourney({ handedOverAt: 0, firstTouchAt: hours * HOUR, repId });
  const several = (count: number, repId: number, hours: number) =>
    Array.from({ length: count }, (_, n) => touched(repId, hours + n / 100));

  const on = (journeys: readonly Journey[]) =>
    adviseOnReps({ waiting: waitsOf(journeys).all, slowRep: waitsOf(journeys).slow });

  it("names the rep whose leads wait", () => {
    expect(on([...several(15, 1, 2), ...several(15, 2, 20)])).toMatchObject([
      {
        kind: "slow_rep",
        repId: 2,
        longer: { made: 15, of: 15 },
        weight: expect.toSatisfy((weight: number) => Number.isFinite(weight)),
      },
    ]);
    expect(on([...several(15, 1, 2), ...several(15, 2, 3)])).toEqual([]);
    expect(on(several(19, 1, 2))).toBe("few");
  });

  it("names the part of the week whose clocks run out", () => {
    const part = (weekday: number, isMorning: boolean, late: number, clocks: number) => ({
      weekday,
      isMorning,
      late,
      clocks,
    });
    const rest = [part(2, true, 5, 60), part(3, false, 3, 40)];
    expect(adviseOnClocks([...rest, part(1, true, 11, 30)])).toMatchObject([
      { kind: "late_part", weekday: 1, isMorning: true, late: { made: 11, of: 30 }, others: { made: 8, of: 100 } },
    ]);
    expect(adviseOnClocks([...rest, part(1, true, 3, 30)])).toEqual([]);
    expect(adviseOnClocks([part(1, true, 11, 29)])).toBe("few");
  });

  it("names the source whose leads do not buy", () => {
    const rates = {
      sources: [
        { source: "Referral", ...share(90, 500) },
        { source: "Ads", ...share(10, 500) },
      ],
      base: share(100, 1_000),
    };
    expect(adviseOnSources(rates)).toMatchObject([{ kind: "weak_source", source: "Ads", rate: { made: 10, of: 500 } }]);
    expect(adviseOnSources({ sources: [], base: share(0, 0) })).toBe("few");
  });
});

describe("what to change", () => {
  const nothing = {
    figures: { waiting: null, slowRep: null, waits: [], sources: { sources: [], base: share(0, 0) } },
    limit: 0.7,
  };
  it("says of too few what it cannot say, and nothing else", () => {
    expect(advise({ ...nothing, report: null })).toEqual({
      advice: [],
      silent: ["slow_rep", "waiting_costs", "weak_source"],
    });
  });

  it("has the strongest evidence first, two of a kind and five at most", () => {
    const truth = truthOf(
      [...pastScores(60, { isWon: true, points: 40 }), ...pastScores(200, { points: 60, first: 100 })],
      { days: daysOver(100), windowDays: 90 },
    );
    const report = {
      kind: "dated" as const,
      looked: 260,
      total: 260,
      currency: "EUR",
      truth,
      models: [model([criterion({ key: "one" }), criterion({ key: "two" }), criterion({ key: "three" })])],
      answers: { handedOver: 100, accepted: 20, rejected: 80, reasons: [] },
      clocks: [],
      changes: [],
    };
    const { advice, silent } = advise({ ...nothing, report });
    expect(advice[0]).toMatchObject({ kind: "order_low", verdict: "chance", order: { auc: 0 } });
    const weights = advice.map(({ weight }) => weight);
    expect(weights).toEqual(weights.toSorted((one, other) => other - one));
    expect(advice.filter(({ kind }) => kind === "noise")).toHaveLength(2);
    expect(advice.length).toBeLessThanOrEqual(5);
    expect(silent).toContain("inflation");
  });
});
