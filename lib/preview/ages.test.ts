import fc from "fast-check";
import { expect, test } from "vitest";
import { LARGEST_FACTOR_SUM, ONE } from "#lib/scoring/decay.ts";
import { RUNS, someDefinition, someFacts } from "#lib/scoring/test/arbitraries.ts";
import { AgesMet, writeFactorSums } from "./ages.ts";
import { fades } from "./measure.ts";
import { packColumn, unpackMeasured } from "./pack.ts";
import { pickRows } from "./pick-rows.ts";
import { measure, withHalfLife } from "./test/measured.ts";

const halfLife = fc.option(fc.oneof(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 3650 })), { nil: null });
const leads = fc.array(someFacts, { minLength: 1, maxLength: 5 });

/** Factor sums of leads 1, 2 and so on, of whom these ages were met. */
function sumsOf(met: readonly (readonly [leadId: number, days: number])[], rows: number, halfLifeDays: number | null) {
  const ages = new AgesMet();
  for (const [leadId, days] of met) ages.add(leadId, days);
  const sums = new Int32Array(rows);
  writeFactorSums(ages.byRow(Uint32Array.from(sums, (_, row) => row + 1)), halfLifeDays, sums);
  return [...sums];
}

test("what a criterion counts comes under every half-life to the factor sum that the engine has, after packing too", async () => {
  await fc.assert(
    fc.asyncProperty(someDefinition, leads, halfLife, async (definition, facts, halfLifeDays) => {
      const expected = measure(facts, withHalfLife(definition, halfLifeDays));
      for (const [place, { criterion, column }] of measure(facts, definition).entries()) {
        if (!fades(criterion) || column instanceof Int32Array) continue;
        const sums = new Int32Array(facts.length);
        writeFactorSums(column, halfLifeDays, sums);
        expect(sums).toEqual(expected[place]?.factorSums);
        expect(await unpackMeasured(await packColumn(column), facts.length)).toEqual(column);
      }
    }),
    RUNS,
  );
});

test("an event of today counts whole, one of a half-life ago half, and one that lies ahead is of today", () => {
  const met = [
    [1, 0],
    [2, 30],
    [2, 60],
    [3, -1],
  ] as const;
  expect(sumsOf(met, 4, 30)).toEqual([ONE, ONE / 2 + ONE / 4, ONE, 0]);
  expect(sumsOf(met, 4, null)).toEqual([ONE, 2 * ONE, ONE, 0]);
});

test("any number of events of one day count, up to the largest sum there is", () => {
  const met = Array.from({ length: 3000 }, () => [1, 10] as const);
  expect(sumsOf(met.slice(0, 600), 1, 10)).toEqual([600 * (ONE / 2)]);
  expect(sumsOf(met, 1, null)).toEqual([LARGEST_FACTOR_SUM]);
});

test("a lead whose row is not asked for is left out, and one that nothing was met of has none", () => {
  const ages = new AgesMet();
  for (const leadId of [7, 5, 7, 4_000_000_000]) ages.add(leadId, 2);
  expect(ages.byRow(Uint32Array.of(4, 7, 4_000_000_000))).toEqual({
    ends: Uint32Array.of(0, 1, 2),
    days: Uint16Array.of(2, 2),
    counts: Uint8Array.of(2, 1),
  });
});

test("rows are put in another order with all that they hold, and one that there was not is empty", () => {
  const ages = new AgesMet();
  for (const [row, days] of [
    [0, 5],
    [0, 9],
    [2, 1],
  ] as const)
    ages.add(row, days);
  expect(pickRows(ages.byRow(Uint32Array.of(0, 1, 2)), Int32Array.of(2, -1, 0))).toEqual({
    ends: Uint32Array.of(1, 1, 3),
    days: Uint16Array.of(1, 5, 9),
    counts: Uint8Array.of(1, 1, 1),
  });
  expect(pickRows(Int32Array.of(7, 8), Int32Array.of(1, -1))).toEqual(Int32Array.of(8, 0));
});
