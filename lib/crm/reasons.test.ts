import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compile } from "#lib/scoring/compile.ts";
import { score } from "#lib/scoring/score.ts";
import { RUNS, someDefinition, someFacts } from "#lib/scoring/test/arbitraries.ts";
import { CATALOGUE } from "#lib/scoring/test/definitions.ts";
import { LIVE } from "#lib/scoring/test/leads.ts";
import { type ReasonWords, reasonsText } from "./reasons.ts";

const WORDS: ReasonWords = {
  locale: "en",
  axes: { fit: "Fit", engagement: "Engagement" },
  rest: "the rest",
  points: (centipoints) => (centipoints / 100).toFixed(2),
};

const centipoints = (text: string) => Math.round(Number(text) * 100);

describe("the reasons as a CRM shows them", () => {
  test("add up to the score above them, whatever the model and the lead", () => {
    fc.assert(
      fc.property(someDefinition, someFacts, (definition, facts) => {
        const breakdown = score(facts, compile(definition, CATALOGUE), LIVE);
        if (!breakdown) return;
        const parts = reasonsText(breakdown, WORDS).split("\n\n");
        expect(parts).toHaveLength(2);
        for (const part of parts) {
          const [title = "", ...lines] = part.split("\n");
          const total = centipoints(title.slice(title.lastIndexOf(":") + 1));
          expect(lines.reduce((sum, line) => sum + centipoints(line.split(" ")[0] ?? ""), 0)).toBe(total);
          expect(lines.length).toBeLessThanOrEqual(9);
        }
      }),
      RUNS,
    );
  });
});
