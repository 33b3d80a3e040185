import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellNames } from "#lib/scoring/bands.ts";
import { compile } from "#lib/scoring/compile.ts";
import type { Definition } from "#lib/scoring/definition.ts";
import type { Facts } from "#lib/scoring/facts.ts";
import { totals } from "#lib/scoring/score.ts";
import { RUNS, someDefinition, someFacts } from "#lib/scoring/test/arbitraries.ts";
import { CATALOGUE } from "#lib/scoring/test/definitions.ts";
import { LIVE } from "#lib/scoring/test/leads.ts";
import { BaseScores } from "./base-scores.ts";
import { columnsOf, measure, withHalfLife } from "./test/measured.ts";

const leads = fc.array(someFacts, { minLength: 1, maxLength: 5 });

/** Some that have nothing in common but whose events they see, and one that is another but for its half-lives. */
const someDefinitions = fc
  .tuple(fc.array(someDefinition, { minLength: 1, maxLength: 2 }), fc.integer({ min: 1, max: 60 }))
  .map(([definitions, days]) => {
    const eventsFrom = definitions[0]?.eventsFrom ?? "always";
    return [...definitions, ...definitions.slice(0, 1).map((each) => withHalfLife(each, days))].map((each) => ({
      ...each,
      eventsFrom,
    }));
  });

/** Adjustments in force, by row; as `PreviewBase` has them. */
function adjusted(axis: "fit" | "engagement", facts: readonly Facts[]): Int32Array {
  const { day } = LIVE;
  const inForce = ({ adjustments }: Facts) =>
    adjustments.filter((each) => each.axis === axis && each.firstDay <= day && (each.lastDay ?? day) >= day);
  return Int32Array.from(facts, (each) => inForce(each).reduce((sum, { centipoints }) => sum + centipoints, 0));
}

/** The leads that all of the definitions score, and what any of them measures. */
function measuredBy(definitions: readonly Definition[], facts: readonly Facts[]) {
  const existing = facts.filter((each) =>
    definitions.every((definition) => totals(each, compile(definition, CATALOGUE), LIVE)),
  );
  const base = {
    size: existing.length,
    adjusted: { fit: adjusted("fit", existing), engagement: adjusted("engagement", existing) },
  };
  const columns = new Map(definitions.flatMap((definition) => [...columnsOf(measure(existing, definition))]));
  return { existing, base, columns };
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

const shownAll = (scores: BaseScores) => [...scores.cells.keys()].map((row) => shown(scores, row));

describe("the scores that an editor shows", () => {
  it("are those of the engine, whatever was weighed before", () => {
    fc.assert(
      fc.property(someDefinitions, leads, (definitions, facts) => {
        const { existing, base, columns } = measuredBy(definitions, facts);
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

  it("are the same begun from others of the same leads", () => {
    fc.assert(
      fc.property(someDefinitions, leads, (definitions, facts) => {
        const { base, columns } = measuredBy(definitions, facts);
        const scores = new BaseScores(base);
        for (const definition of definitions) {
          const before = shownAll(scores);
          const begun = new BaseScores(base);
          begun.begin(scores);
          begun.weigh(definition, columns);
          // Nothing that one weighs is seen by the other.
          expect(shownAll(scores)).toEqual(before);
          scores.weigh(definition, columns);
          expect(shownAll(begun)).toEqual(shownAll(scores));
          begun.begin(new BaseScores(base));
          expect(shownAll(begun)).toEqual(shownAll(scores));
          // Nor do they afterwards: both go back to the first from what each stands on.
          const [first = definition] = definitions;
          const fresh = new BaseScores(base);
          fresh.weigh(first, columns);
          begun.weigh(first, columns);
          expect(shownAll(begun)).toEqual(shownAll(fresh));
        }
      }),
      RUNS,
    );
  });

  it("count what is not measured yet as nothing, and as it is once it is", () => {
    fc.assert(
      fc.property(someDefinition, someFacts, (definition, facts) => {
        const scores = new BaseScores({ size: 1, adjusted: { fit: null, engagement: null } });
        const columns = columnsOf(measure([facts], definition));
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
