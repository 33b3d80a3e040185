import { describe, expect, it } from "vitest";
import { criteriaOf } from "#lib/model/criteria.ts";
import { BaseScores } from "#lib/preview/base-scores.ts";
import { measureKey } from "#lib/preview/measure.ts";
import { ONE } from "#lib/scoring/decay.ts";
import { definitionSchema } from "#lib/scoring/definition.ts";
import { aDefinition } from "#lib/scoring/test/definitions.ts";
import { knownRows } from "./cases.ts";
import { fitLogistic } from "./fit-logistic.ts";
import { suggestPoints } from "./suggest-points.ts";
import { someCases } from "./test/cases.ts";

function finish<T>(work: Generator<void, T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
  }
}

const { rows, cases, tells, noise } = someCases();
const known = knownRows(cases);

describe("a logistic regression", () => {
  it("stands where nothing can be gained in any direction", () => {
    const features = [Float64Array.from(tells, (sum) => sum / ONE), Float64Array.from(noise, (sum) => (3 * sum) / ONE)];
    const all = Int32Array.from(rows, (_, row) => row);
    const [one = 0, other = 0] = finish(fitLogistic({ features, happened: cases.won, rows: all }));
    const spread = (feature: Float64Array) => {
      const mean = feature.reduce((sum, each) => sum + each, 0) / feature.length;
      return Math.sqrt(feature.reduce((sum, each) => sum + (each - mean) ** 2, 0) / feature.length);
    };
    const loss = (weights: readonly [number, number, number]) =>
      rows.reduce(
        (sum, { won }, row) => {
          const at = weights[0] + weights[1] * (features[0]?.[row] ?? 0) + weights[2] * (features[1]?.[row] ?? 0);
          return sum + Math.log(1 + Math.exp(-at)) + (1 - won) * at;
        },
        features.reduce((sum, feature, place) => sum + ((weights[place + 1] ?? 0) * spread(feature)) ** 2 / 2, 0),
      );
    // The constant is not told: the best one for these weights is found by halving.
    let [low, high] = [-10, 10];
    while (high - low > 1e-9) {
      const middle = (low + high) / 2;
      if (loss([middle + 1e-6, one, other]) > loss([middle - 1e-6, one, other])) high = middle;
      else low = middle;
    }
    const best = loss([low, one, other]);
    for (const by of [-0.01, 0.01]) {
      expect(loss([low, one + by, other])).toBeGreaterThan(best);
      expect(loss([low, one, other + by])).toBeGreaterThan(best);
    }
    expect(one).toBeGreaterThan(0.5);
    expect(Math.abs(other)).toBeLessThan(0.2);
  });

  it("gives a feature that never changes nothing", () => {
    const features = [new Float64Array(rows.length).fill(2), Float64Array.from(tells)];
    const all = Int32Array.from(rows, (_, row) => row);
    expect(finish(fitLogistic({ features, happened: cases.won, rows: all }))[0]).toBe(0);
  });
});

describe("suggested points", () => {
  const attribute = (key: string, field: string, points: number) => ({
    type: "attribute" as const,
    key,
    label: key,
    points,
    condition: { field, op: "equals" as const, value: key },
  });
  const definition = aDefinition({
    fit: [attribute("tells", "country", 1), attribute("leaks", "job_title", 0)],
    engagement: [attribute("noise", "country", 40)],
  });
  const [first, leak, second] = criteriaOf(definition);
  if (!first || !second || !leak) throw new Error("There are three.");
  const columns = new Map([
    [measureKey(first), tells],
    [measureKey(second), noise],
    [measureKey(leak), cases.won.map((won) => won * ONE)],
  ]);
  const base = { size: rows.length, adjusted: { fit: null, engagement: null } };
  const suggestion = finish(suggestPoints({ definition, base, columns, cases, known, leaks: ["job_title"] }));

  it("go to what tells customers from others, and rank the newest better", () => {
    const [suggested, , silent] = criteriaOf(suggestion.definition);
    expect(suggested?.points).toBeGreaterThan(20);
    expect(Math.abs(silent?.points ?? 99)).toBeLessThan(10);
    expect(suggestion.after).toBeGreaterThan((suggestion.before ?? 1) + 0.1);
    expect(suggestion.learntFrom + suggestion.testedOn).toBe(known.filter((each) => each === 1).length);
  });

  it("leave alone what rests on a field that knows the outcome, and say so", () => {
    expect(suggestion.leaking).toEqual(["leaks"]);
    expect(criteriaOf(suggestion.definition)[1]?.points).toBe(0);
  });

  it("hand nobody over where nobody was, and leave a maximum that means nothing", () => {
    const strict = {
      ...definition,
      qualifies: { combinedAtLeast: 100 },
      axes: {
        ...definition.axes,
        engagement: {
          ...definition.axes.engagement,
          groups: definition.axes.engagement.groups.map((group) => ({
            ...group,
            criteria: group.criteria.map((each) => ({ ...each, points: 0 })),
          })),
        },
      },
    };
    const suggested = finish(suggestPoints({ definition: strict, base, columns, cases, known, leaks: [] })).definition;
    const scores = new BaseScores(base);
    scores.weigh(suggested, columns);
    expect(scores.qualifying.every((each) => each === 0)).toBe(true);
    expect(definitionSchema.safeParse(suggested).success).toBe(true);
  });

  it("keep thresholds rising", () => {
    for (const { thresholds } of Object.values(suggestion.definition.axes))
      expect(thresholds).toEqual([...new Set(thresholds)].sort((one, other) => one - other));
  });
});
