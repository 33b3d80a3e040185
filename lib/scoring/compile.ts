import { type AttributeRule, compileAttributeRule, placeFields } from "./attribute-rule.ts";
import { cellNames, compileQualifies, engagementBandNames, fitBandNames } from "./bands.ts";
import type { Criterion, Definition } from "./definition.ts";
import { compileEventRule, type EventRule } from "./event-rule.ts";
import type { AxisName, Catalogue } from "./facts.ts";
import { type Frame, FramePlan } from "./frame.ts";
import { compileCondition, type Question } from "./question.ts";
import { type AxisWeights, axisWeights } from "./weights.ts";

/**
 * A definition made ready to score with: conditions are functions, decay is a table, an event's type
 * leads to the rules that count it. Criteria and groups are numbered through, fit before engagement,
 * in the order of the document.
 */
export type Model = {
  readonly definition: Definition;
  readonly criteria: readonly Criterion[];
  readonly attributeRules: readonly AttributeRule[];
  readonly eventRules: readonly EventRule[];
  /** The rules that events of a type may match, conditions on properties still to be asked. */
  readonly rulesOf: (eventType: string) => readonly EventRule[];
  readonly weights: Readonly<Record<AxisName, AxisWeights>>;
  /** Names of the bands, lowest first. */
  readonly bands: Readonly<Record<AxisName, readonly string[]>>;
  /** Names of the cells by fit band and engagement band, lowest first. */
  readonly cells: readonly (readonly string[])[];
  readonly qualifies: (cell: string, combined: number) => boolean;
  /** The fields that attribute criteria ask for; filled anew for every lead. */
  readonly fields: Frame;
  readonly segment: { readonly ask: Question; readonly fields: Frame } | null;
};

/** Compile once, score many. The definition has passed `validateDefinition` with this catalogue. */
export function compile(definition: Definition, catalogue: Catalogue): Model {
  const { fit, engagement } = definition.axes;
  const groups = [...fit.groups, ...engagement.groups];
  const criteria = groups.flatMap((group) => group.criteria);
  const plan = new FramePlan();
  const attributeRules = criteria.flatMap((criterion, index) =>
    criterion.type === "attribute" ? compileAttributeRule(criterion, index, placeFields(plan, catalogue.fields)) : [],
  );
  const eventRules = compileEventRules(criteria);
  const fitCriteria = fit.groups.reduce((count, group) => count + group.criteria.length, 0);
  return {
    definition,
    criteria,
    attributeRules,
    eventRules,
    rulesOf: indexByType(eventRules),
    weights: {
      fit: axisWeights(fit, { group: 0, criterion: 0 }),
      engagement: axisWeights(engagement, { group: fit.groups.length, criterion: fitCriteria }),
    },
    bands: { fit: fitBandNames(fit.thresholds), engagement: engagementBandNames(engagement.thresholds) },
    cells: cellNames(definition.axes),
    qualifies: compileQualifies(definition.qualifies),
    fields: plan.build(),
    segment: compileSegment(definition, catalogue),
  };
}

function compileEventRules(criteria: readonly Criterion[]): EventRule[] {
  const rules: EventRule[] = [];
  criteria.forEach((criterion, index) => {
    if (criterion.type !== "attribute") rules.push(compileEventRule(criterion, { index, column: rules.length }));
  });
  return rules;
}

function indexByType(rules: readonly EventRule[]): Model["rulesOf"] {
  const rulesOfAnyType = rules.filter(({ types }) => types === "any");
  const byType = new Map<string, readonly EventRule[]>();
  for (const type of rules.flatMap(({ types }) => (types === "any" ? [] : types)))
    byType.set(
      type,
      rules.filter(({ types }) => types === "any" || types.includes(type)),
    );
  return (eventType) => byType.get(eventType) ?? rulesOfAnyType;
}

function compileSegment({ segment }: Definition, { fields }: Catalogue): Model["segment"] {
  if (segment === null) return null;
  const plan = new FramePlan();
  const ask = compileCondition(segment, placeFields(plan, fields));
  return { ask, fields: plan.build() };
}
