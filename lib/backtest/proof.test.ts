import { describe, expect, it } from "vitest";
import { criteriaOf } from "#lib/model/criteria.ts";
import { BaseScores } from "#lib/preview/base-scores.ts";
import { matchedRows } from "#lib/preview/matched-rows.ts";
import { measureKey } from "#lib/preview/measure.ts";
import { aDefinition } from "#lib/scoring/test/definitions.ts";
import { resampleAuc } from "./bootstrap.ts";
import { extentOf, isEnough, knownRows } from "./cases.ts";
import { evidenceOf, overlapOf } from "./evidence.ts";
import { handoversOf } from "./handovers.ts";
import { prove } from "./proof.ts";
import { someCases } from "./test/cases.ts";
import { priceThresholds, thresholdFor } from "./threshold-target.ts";

const { rows, cases, tells, noise } = someCases();
const known = knownRows(cases);
const attribute = (key: string, points: number) => ({
  type: "attribute" as const,
  key,
  label: key,
  points,
  condition: { field: "country", op: "equals" as const, value: key },
});
const definition = aDefinition({
  fit: { groups: [{ key: "f", label: "f", criteria: [attribute("tells", 30)] }], thresholds: [25, 45, 65] },
  engagement: [attribute("noise", 40)],
  qualifies: { combinedAtLeast: 36 },
});
const [first, second] = criteriaOf(definition);
if (!first || !second) throw new Error("There are two.");
const scores = new BaseScores({ size: rows.length, adjusted: { fit: null, engagement: null } });
scores.weigh(
  definition,
  new Map([
    [measureKey(first), tells],
    [measureKey(second), noise],
  ]),
);

/** What the score of a row is, without the code that is tested: 40 % of fit, 60 % of engagement. */
const combined = rows.map((row) => 0.4 * Math.min(100, 30 * row.tells) + 0.6 * 40 * row.noise);
const settled = rows.map((row, at) => ({ ...row, score: combined[at] ?? 0 })).filter(({ place }) => place < 2);
const won = settled.filter((row) => row.won === 1);
const lost = settled.filter((row) => row.won === 0);
const customers = new Set(won.map(({ leadId }) => leadId));

describe("the proof of a score", () => {
  const proof = prove(scores, cases, known);

  it("ranks as counting all pairs does", () => {
    let wins = 0;
    for (const one of won)
      for (const other of lost) wins += one.score > other.score ? 1 : one.score === other.score ? 0.5 : 0;
    expect(proof.auc).toBeCloseTo(wins / (won.length * lost.length), 12);
  });

  it("has precision and recall of the leads that are handed to sales, each once", () => {
    const beyond = settled.filter(({ score }) => score >= 36);
    const called = new Set(beyond.map(({ leadId }) => leadId));
    const caught = new Set(beyond.flatMap((row) => (row.won === 1 ? [row.leadId] : [])));
    expect(proof.precision).toMatchObject({ made: caught.size, of: called.size });
    expect(proof.recall).toMatchObject({ made: caught.size, of: customers.size });
    expect(proof.handedOver).toMatchObject({ made: called.size, of: 200 });
    expect(caught.size).toBeGreaterThan(10);
    expect(caught.size).toBeLessThan(customers.size);
  });

  it("gains from none to all, in proportion where leads tie", () => {
    expect(proof.gains).toHaveLength(51);
    expect(proof.gains[0]).toBe(0);
    expect(proof.gains.at(-1)).toBeCloseTo(1, 12);
    const at = (threshold: number) => {
      const beyond = settled.filter(({ score }) => score >= threshold);
      const ids = (those: typeof beyond) => new Set(those.map(({ leadId }) => leadId)).size;
      return { called: ids(beyond), caught: ids(beyond.filter((row) => row.won === 1)) };
    };
    const scoresThere = [...new Set(settled.map(({ score }) => score))].sort((one, other) => other - one);
    const half = 100;
    const below = scoresThere.findIndex((score) => at(score).called >= half);
    const [above, edge] = [at(scoresThere[below - 1] ?? 999), at(scoresThere[below] ?? 0)];
    const share = (half - above.called) / (edge.called - above.called);
    const expected = above.caught + share * (edge.caught - above.caught);
    expect(proof.caughtWith(half)).toBeCloseTo(expected, 9);
    expect(proof.gains[25]).toBeCloseTo(expected / customers.size, 9);
  });

  it("says of each cell how often its leads were won", () => {
    const cell = settled.filter((row) => row.tells === 2 && row.noise === 1);
    expect(proof.cells.get("B2")).toMatchObject({ of: cell.length, made: cell.filter((row) => row.won === 1).length });
    const counted = [...proof.cells.values()].reduce((sum, { of }) => sum + of, 0);
    expect(counted).toBe(settled.length);
  });

  it("leaves out rows whose window is not over", () => {
    const extent = extentOf(cases, known);
    expect(extent).toMatchObject({ cases: settled.length, positives: won.length, leads: 200 });
    expect(extent.customers).toBe(new Set(won.map(({ leadId }) => leadId)).size);
    expect(isEnough(extent)).toBe(false);
    expect(isEnough({ cases: 600, positives: 60, leads: 500, customers: 50 })).toBe(true);
    expect(isEnough({ cases: 600, positives: 60, leads: 500, customers: 49 })).toBe(false);
    expect(isEnough({ cases: 600, positives: 600, leads: 500, customers: 451 })).toBe(false);
  });

  it("has an interval around the area, the same each time", () => {
    const interval = () => {
      const draws = resampleAuc({ scores: scores.combined, cases, known, rounds: 100 });
      for (;;) {
        const { done, value } = draws.next();
        if (done === true) return value;
      }
    };
    const found = interval();
    expect(found?.low).toBeLessThan(proof.auc ?? 0);
    expect(found?.high).toBeGreaterThan(proof.auc ?? 1);
    expect((found?.high ?? 1) - (found?.low ?? 0)).toBeLessThan(0.2);
    expect(interval()).toEqual(found);
  });
});

describe("the evidence of a criterion", () => {
  it("is how often those it matched were won, beside the others", () => {
    const evidence = evidenceOf(matchedRows(tells), cases, known);
    const matched = settled.filter((row) => row.tells > 0);
    expect(evidence.matched).toMatchObject({ of: matched.length, made: matched.filter((row) => row.won === 1).length });
    expect(evidence.others.of).toBe(settled.length - matched.length);
    const base = won.length / settled.length;
    expect(evidence.lift?.ratio).toBeCloseTo((evidence.matched.rate ?? 0) / base, 12);
    expect(evidence.lift?.low).toBeGreaterThan(1);
    const nothing = evidenceOf(matchedRows(noise), cases, known).lift;
    expect(nothing?.low).toBeLessThan(1);
    expect(nothing?.high).toBeGreaterThan(1);
  });

  it("does not take rows of one lead for several leads", () => {
    const leads = 60;
    const twice = Uint32Array.from({ length: 2 * leads }, (_, row) => row >> 1);
    const once = Uint32Array.from({ length: leads }, (_, row) => row);
    const of = (leadIds: Uint32Array) => {
      const alike = Int32Array.from(leadIds, (lead) => Number(lead % 3 === 0));
      const all = new Uint8Array(leadIds.length).fill(1);
      const none = new Int32Array(leadIds.length);
      const row = { leadIds, won: alike, places: none, withSales: none, days: [] };
      return evidenceOf(new Uint8Array(leadIds.length).fill(1), row, all).matched;
    };
    expect(of(twice).low).toBeCloseTo(of(once).low, 9);
    expect(of(twice).high).toBeCloseTo(of(once).high, 9);
  });

  it("never matched, it has no lift", () => {
    expect(evidenceOf(new Uint8Array(rows.length), cases, known).lift).toBeNull();
  });

  it("overlaps with another where both match", () => {
    const both = rows.filter((row) => row.tells > 0 && row.noise > 0).length;
    expect(overlapOf(matchedRows(noise), matchedRows(tells))).toEqual({
      matched: rows.filter((row) => row.noise > 0).length,
      both,
    });
  });
});

describe("handing over", () => {
  const qualifying = combined.map((score) => Number(score >= 36));

  it("counts who qualifies in a week and did not before", () => {
    const [to1, to2] = handoversOf(cases, qualifying, 2);
    // Scores of these leads never change: only who was not there before would be new.
    expect(to1).toEqual({ from: 20_000, until: 20_031, leads: 0 });
    expect(to2?.leads).toBe(0);
    const late = qualifying.map((each, row) => (rows[row]?.place === 0 ? 0 : each));
    const newcomers = rows.filter((row, at) => row.place === 1 && late[at] === 1).length;
    expect(handoversOf(cases, late, 2)[0]).toMatchObject({ leads: 2 * newcomers });
  });

  /** One lead on the days of a quarter: whether it qualifies, and whether sales has it; the weeks of which it is counted. */
  function counted(isQualifying: readonly number[], withSales: readonly number[] = isQualifying.map(() => 0)) {
    const places = isQualifying.map((_, place) => place);
    // A month, then weeks, in one of which another month begins.
    const days = [0, 31, 38, 45, 50, 52, 59].map((day) => ({ day, isOver: false, endsWeek: day >= 31 && day !== 50 }));
    const one = {
      leadIds: Uint32Array.from(places, () => 7),
      places: Int32Array.from(places),
      won: new Int32Array(places.length),
      withSales: Int32Array.from(withSales),
      days,
    };
    return handoversOf(one, isQualifying, 1).flatMap(({ leads, until }) => (leads === 0 ? [] : [until]));
  }

  it("counts a lead in the week in which it comes, also one that came and went within it", () => {
    expect(counted([0, 0, 1, 1, 1, 1, 1])).toEqual([38]);
    expect(counted([0, 0, 0, 0, 1, 0, 0])).toEqual([52]);
    expect(counted([0, 1, 1, 1, 1, 1, 1])).toEqual([]);
  });

  it("does not hand over twice who fell below the line, unless sales gave it back", () => {
    expect(counted([0, 0, 1, 0, 0, 1, 1])).toEqual([38]);
    expect(counted([1, 0, 0, 0, 0, 0, 1])).toEqual([]);
    expect(counted([0, 0, 1, 0, 0, 0, 1], [0, 0, 0, 1, 1, 0, 0])).toEqual([38, 59]);
    // Given back with as high a score: there is nothing new.
    expect(counted([0, 0, 1, 1, 1, 1, 1], [0, 0, 0, 1, 1, 0, 0])).toEqual([38]);
  });

  it("counts who is with sales by the end of the week because it was handed over in it", () => {
    expect(counted([0, 0, 1, 1, 1, 1, 1], [0, 0, 1, 1, 1, 1, 1])).toEqual([38]);
    expect(counted([0, 0, 0, 0, 0, 0, 0], [0, 0, 1, 1, 1, 1, 1])).toEqual([]);
  });

  it("does not hand over whom sales had already", () => {
    expect(counted([0, 0, 1, 1, 1, 1, 1], [0, 1, 1, 1, 1, 1, 1])).toEqual([]);
  });

  it("has a price at every threshold, which is what counting at it gives", () => {
    const rising = Int32Array.from(rows, ({ place, tells: points }) => (10 * place + 20 * points) * 100);
    const prices = priceThresholds({ cases, known, combined: rising, scale: 1 });
    for (const points of [5, 10, 15, 20, 30, 35, 45, 60, 61]) {
      const at = rising.map((score) => Number(score >= points * 100));
      const counted = handoversOf(cases, at, 1);
      const weeks = 2;
      const price = prices[points - 1];
      expect(price?.perWeek).toBeCloseTo(counted.reduce((sum, { leads }) => sum + leads, 0) / weeks, 9);
      const beyond = rows.filter((row, place) => row.place < 2 && at[place] === 1);
      expect(price?.called).toBe(new Set(beyond.map(({ leadId }) => leadId)).size);
      expect(price?.caught).toBe(new Set(beyond.flatMap((row) => (row.won === 1 ? [row.leadId] : []))).size);
      expect(price?.customers).toBe(customers.size);
    }
    const half = thresholdFor({ kind: "catch", share: 0.5 }, prices);
    expect((half?.caught ?? 0) / customers.size).toBeGreaterThanOrEqual(0.5);
    expect((prices[half?.points ?? 0]?.caught ?? 0) / customers.size).toBeLessThan(0.5);
    const few = thresholdFor({ kind: "capacity", perWeek: 3 }, prices);
    expect(few?.perWeek).toBeLessThanOrEqual(3);
    expect(prices[(few?.points ?? 0) - 2]?.perWeek).toBeGreaterThan(3);
    // Everybody is beyond 1 point all the time: few newcomers, but no fewer to call.
    const crowded = prices.map((price) => (price.points === 1 ? { ...price, perWeek: 0 } : price));
    expect(thresholdFor({ kind: "capacity", perWeek: 3 }, crowded)).toEqual(few);
    expect(
      thresholdFor(
        { kind: "catch", share: 0.5 },
        priceThresholds({ cases, known: new Uint8Array(rows.length), combined: rising, scale: 1 }),
      ),
    ).toBeNull();
  });
});
