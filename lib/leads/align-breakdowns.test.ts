import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compile } from "#lib/scoring/compile.ts";
import { AXES } from "#lib/scoring/definition.ts";
import { score } from "#lib/scoring/score.ts";
import { RUNS, someDefinition, someFacts } from "#lib/scoring/test/arbitraries.ts";
import { CATALOGUE } from "#lib/scoring/test/definitions.ts";
import { aLead, LIVE } from "#lib/scoring/test/leads.ts";
import { aModel, breakdownOf } from "#lib/scoring/test/scoring.ts";
import { alignAxis, amountsOf, isSilent } from "./align-breakdowns.ts";

const country = {
  type: "attribute",
  key: "country",
  label: "Country",
  points: 10,
  condition: { field: "country", op: "equals", value: "NL" },
} as const;
const lead = aLead({ fields: { country: "NL" } });

describe("two scores of a lead, line by line", () => {
  it("add up to either score, whatever the two models are", () => {
    fc.assert(
      fc.property(someFacts, someDefinition, someDefinition, (facts, one, other) => {
        const before = score(facts, compile(one, CATALOGUE), LIVE);
        const after = score(facts, compile(other, CATALOGUE), LIVE);
        for (const axis of AXES) {
          const rows = alignAxis(axis, { before, after });
          const sum = (side: "before" | "after") => rows.reduce((total, row) => total + amountsOf(row)[side], 0);
          expect([sum("before"), sum("after")]).toEqual([before?.[axis] ?? 0, after?.[axis] ?? 0]);
          expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
        }
      }),
      { numRuns: RUNS.numRuns / 5 },
    );
  });

  it("put a rule that has another group now beside itself", () => {
    const group = { cap: null, floor: null };
    const before = breakdownOf(
      lead,
      aModel({ fit: { groups: [{ ...group, key: "one", label: "One", criteria: [country] }] } }),
    );
    const moved = { ...country, points: 4 };
    const after = breakdownOf(
      lead,
      aModel({ fit: { groups: [{ ...group, key: "two", label: "Two", criteria: [moved] }] } }),
    );
    expect(alignAxis("fit", { before, after }).map((row) => [row.key, amountsOf(row)])).toEqual([
      ["country", { before: 1000, after: 400 }],
    ]);
  });

  it("keep a rule that only one of them has, with nothing on the other side", () => {
    const breakdown = breakdownOf(
      lead,
      aModel({ fit: { groups: [{ key: "one", label: "One", criteria: [country] }] } }),
    );
    const [row] = alignAxis("fit", { before: breakdown, after: null });
    expect(row && [amountsOf(row), isSilent(row)]).toEqual([{ before: 1000, after: 0 }, false]);
  });
});
