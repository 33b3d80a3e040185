import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellNames } from "#lib/scoring/bands.ts";
import { compile } from "#lib/scoring/compile.ts";
import type { Definition } from "#lib/scoring/definition.ts";
import type { Facts } from "#lib/scoring/facts.ts";
import { score, totals } from "#lib/scoring/score.ts";
import { RUNS, someDefinition, someFacts } from "#lib/scoring/test/arbitraries.ts";
import { CATALOGUE } from "#lib/scoring/test/definitions.ts";
import { LIVE } from "#lib/scoring/test/leads.ts";
import { BaseScores } from "./base-scores.ts";
import { measureKey } from "./measure.ts";

const leads = fc.array(someFacts, { minLength: 1, maxLength: 5 });

/** Adjustments in force, by row; as `PreviewBase` has them. */
function adjusted(axis: "fit" | "engagement", facts: readonly Facts[]): Int32Array {
  const { day } = LIVE;
  const inForce = ({ adjustments }: Facts) =>
    adjustments.filter((each) => each.axis === axis && each.firstDay <= day && (each.lastDay ?? day) >= day);
  return Int32Array.from(facts, (each) => inForce(each).reduce((sum, { centipoints }) => sum + centipoints, 0));
}

/** What the engine measures of leads, as columns by key. */
function measured(facts: readonly Facts[], definition: Definition): Map<string, Int32Array> {
  const model = compile(definition, CATALOGUE);
  const sums = facts.map((each) => {
    const breakdown = score(each, model, LIVE);
    const groups = breakdown ? [...breakdown.axes.fit.groups, ...breakdown.axes.engagement.groups] : [];
    return groups.flatMap(({ criteria }) => criteria.map(({ factorSum }) => factorSum));
  });
  return new Map(
    model.criteria.map((criterion, index) => [
      measureKey(criterion),
      Int32Array.from(sums, (lead) => lead[index] ?? 0),
    ]),
  );
}

function shown(scores: BaseScores, row: number) {
  const { fit, engagement, combined, cells, qualifying } = scores;
  return {
    fit: fit[row],
    engagement: engagement[row],
    combined: combined[row],
    cell: scores.cellNames[cells[row] ?? 0],
    qualifies: qualifying[row] === 1,
  };
}

describe("the scores that an editor shows", () => {
  it("are those of the engine, whatever was weighed before", () => {
    fc.assert(
      fc.property(fc.array(someDefinition, { minLength: 1, maxLength: 3 }), leads, (definitions, facts) => {
        const existing = facts.filter((each) =>
          definitions.every((definition) => totals(each, compile(definition, CATALOGUE), LIVE)),
        );
        const base = {
          size: existing.length,
          adjusted: { fit: adjusted("fit", existing), engagement: adjusted("engagement", existing) },
        };
        const columns = new Map(definitions.flatMap((definition) => [...measured(existing, definition)]));
        const scores = new BaseScores(base);
        for (const definition of [...definitions, ...definitions]) {
          scores.weigh(definition, columns);
          const model = compile(definition, CATALOGUE);
          existing.forEach((each, row) => {
            const expected = totals(each, model, LIVE);
            expect(shown(scores, row)).toEqual({
              fit: expected?.fit,
              engagement: expected?.engagement,
              combined: expected?.combined,
              cell: expected?.cell,
              qualifies: expected?.qualifies,
            });
          });
        }
      }),
      RUNS,
    );
  });

  it("count what is not measured yet as nothing, and as it is once it is", () => {
    fc.assert(
      fc.property(someDefinition, someFacts, (definition, facts) => {
        const scores = new BaseScores({ size: 1, adjusted: { fit: null, engagement: null } });
        const columns = measured([facts], definition);
        const whole = new BaseScores({ size: 1, adjusted: { fit: null, engagement: null } });
        whole.weigh(definition, columns);
        scores.weigh(definition, new Map());
        expect(shown(scores, 0)).toMatchObject({ fit: 0, engagement: 0, cell: cellNames(definition.axes)[0]?.[0] });
        scores.weigh(definition, columns);
        expect(shown(scores, 0)).toEqual(shown(whole, 0));
      }),
      RUNS,
    );
  });
});
