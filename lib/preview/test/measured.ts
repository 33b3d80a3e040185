import { AssetNumbers } from "#lib/scoring/asset-numbers.ts";
import { compile } from "#lib/scoring/compile.ts";
import type { Criterion, Definition } from "#lib/scoring/definition.ts";
import { evaluate } from "#lib/scoring/evaluate.ts";
import { Evaluator } from "#lib/scoring/evaluator.ts";
import type { Facts } from "#lib/scoring/facts.ts";
import { CATALOGUE } from "#lib/scoring/test/definitions.ts";
import { LIVE } from "#lib/scoring/test/leads.ts";
import type { PreviewColumn } from "../base.ts";
import { fades, measureKey } from "../measure.ts";
import { AgesWatch } from "../watch-ages.ts";

type Measured = {
  readonly criterion: Criterion;
  readonly column: PreviewColumn;
  /** As the engine has them under the definition's own half-lives. */
  readonly factorSums: Int32Array;
};

/** What the engine measures of leads, by criterion of a definition. */
export function measure(facts: readonly Facts[], definition: Definition): Measured[] {
  const model = compile(definition, CATALOGUE);
  const watch = new AgesWatch(model.criteria);
  const means = {
    evaluator: new Evaluator(model, { rows: 1, sink: watch }),
    assets: new AssetNumbers(),
    timeline: null,
  };
  const leadIds = Uint32Array.from(facts, (_, row) => row + 1);
  const sums = facts.map((each, row) => {
    watch.begin(row + 1, LIVE.day);
    evaluate({ facts: each, model, moment: LIVE }, means);
    return means.evaluator.factorSums.slice();
  });
  return model.criteria.map((criterion, place) => {
    const factorSums = Int32Array.from(sums, (lead) => lead[place] ?? 0);
    return { criterion, factorSums, column: watch.met[place]?.byRow(leadIds) ?? factorSums };
  });
}

/** As a base holds them. */
export function columnsOf(measured: readonly Measured[]): Map<string, PreviewColumn> {
  return new Map(measured.map(({ criterion, column }) => [measureKey(criterion), column] as const));
}

/** The definition with one half-life for all that fades. */
export function withHalfLife(definition: Definition, halfLifeDays: number | null): Definition {
  const changed = (criterion: Criterion) => (fades(criterion) ? { ...criterion, halfLifeDays } : criterion);
  const axis = (of: Definition["axes"]["fit"]) => ({
    ...of,
    groups: of.groups.map((group) => ({ ...group, criteria: group.criteria.map(changed) })),
  });
  const { fit, engagement } = definition.axes;
  return { ...definition, axes: { fit: axis(fit), engagement: axis(engagement) } };
}
