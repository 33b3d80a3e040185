import { ZenEngine } from "@gorules/zen-engine";
import { Engine } from "json-rules-engine";
import { STANDARD_FIELDS } from "#lib/leads/fields.ts";
import { compile } from "#lib/scoring/compile.ts";
import { type Definition, definitionSchema } from "#lib/scoring/definition.ts";
import type { Facts, FieldCatalogue, Moment } from "#lib/scoring/facts.ts";
import { score } from "#lib/scoring/score.ts";
import { DATASET_MODEL } from "./dataset-model.ts";

/** A rule that all three engines can be asked: one test of one field. */
export type PlainRule =
  | { readonly field: string; readonly op: "equals"; readonly value: string | boolean }
  | { readonly field: string; readonly op: "in"; readonly values: readonly string[] }
  | { readonly field: string; readonly op: "at_least" | "at_most"; readonly value: number };

export type PlainLead = Readonly<Record<string, string | number | boolean>>;

/** Twenty rules about what marketers ask: who, where, how large. */
export const PLAIN_RULES: readonly PlainRule[] = [
  ...["CEO", "Head of Operations", "Sales Director", "Student"].map(
    (value) => ({ field: "job_title", op: "equals", value }) as const,
  ),
  ...["Nederland", "België", "Deutschland"].map((value) => ({ field: "country", op: "equals", value }) as const),
  { field: "city", op: "in", values: ["Amsterdam", "Utrecht", "Eindhoven"] },
  { field: "city", op: "in", values: ["Gent", "Antwerpen", "Luik"] },
  { field: "source", op: "equals", value: "referral" },
  { field: "source", op: "in", values: ["fair", "webinar"] },
  { field: "industry", op: "in", values: ["Software", "Logistics", "Food"] },
  { field: "industry", op: "equals", value: "Public" },
  { field: "newsletter", op: "equals", value: true },
  { field: "team_size", op: "at_least", value: 25 },
  { field: "team_size", op: "at_most", value: 3 },
  { field: "employees", op: "at_least", value: 50 },
  { field: "employees", op: "at_least", value: 1000 },
  { field: "employees", op: "at_most", value: 9 },
  { field: "language", op: "in", values: ["nl", "fr"] },
];

/** Whether each rule holds for a lead, in the order of the rules. */
export type Answers = readonly boolean[];

const FIELDS: FieldCatalogue = {
  ...STANDARD_FIELDS,
  industry: "text",
  newsletter: "boolean",
  team_size: "number",
  employees: "number",
};

export function ourModel() {
  const definition: Definition = definitionSchema.parse({
    ...DATASET_MODEL,
    axes: {
      fit: {
        ...DATASET_MODEL.axes.fit,
        groups: [
          {
            key: "rules",
            label: "Rules",
            criteria: PLAIN_RULES.map((condition, at) => ({
              type: "attribute",
              key: `rule_${at}`,
              label: "Rule",
              points: at + 1,
              condition,
            })),
          },
        ],
      },
      engagement: { ...DATASET_MODEL.axes.engagement, groups: [] },
    },
  });
  return compile(definition, { fields: FIELDS, eventTypes: [], stages: [] });
}

export function ourAnswers(facts: Facts, model: ReturnType<typeof ourModel>, moment: Moment): Answers {
  const groups = score(facts, model, moment)?.axes.fit.groups ?? [];
  return groups.flatMap(({ criteria }) => criteria).map(({ status }) => status === "matched");
}

export function jsonRulesEngine(): (lead: PlainLead) => Promise<Answers> {
  const engine = new Engine([], { allowUndefinedFacts: true });
  PLAIN_RULES.forEach((rule, at) => {
    const { operator, value } = asJsonRule(rule);
    engine.addRule({
      conditions: { all: [{ fact: rule.field, operator, value }] },
      event: { type: String(at) },
    });
  });
  return async (lead) => {
    const { events } = await engine.run({ ...lead });
    const matched = PLAIN_RULES.map(() => false);
    for (const { type } of events) matched[Number(type)] = true;
    return matched;
  };
}

function asJsonRule(rule: PlainRule) {
  switch (rule.op) {
    case "equals":
      return { operator: "equal", value: rule.value };
    case "in":
      return { operator: "in", value: [...rule.values] };
    case "at_least":
      return { operator: "greaterThanInclusive", value: rule.value };
    case "at_most":
      return { operator: "lessThanInclusive", value: rule.value };
  }
}

export function zenEngine(): (lead: PlainLead) => Promise<Answers> {
  const expressions = PLAIN_RULES.map((rule, at) => ({ id: `e${at}`, key: `r${at}`, value: asExpression(rule) }));
  const decision = new ZenEngine().createDecision({
    contentType: "application/vnd.gorules.decision",
    nodes: [
      { id: "in", type: "inputNode", name: "in", position: { x: 0, y: 0 } },
      { id: "ask", type: "expressionNode", name: "ask", position: { x: 1, y: 0 }, content: { expressions } },
      { id: "out", type: "outputNode", name: "out", position: { x: 2, y: 0 } },
    ],
    edges: [
      { id: "1", type: "edge", sourceId: "in", targetId: "ask" },
      { id: "2", type: "edge", sourceId: "ask", targetId: "out" },
    ],
  });
  return async (lead) => {
    const { result } = await decision.evaluate(lead);
    return PLAIN_RULES.map((_, at) => result[`r${at}`] === true);
  };
}

function asExpression(rule: PlainRule): string {
  switch (rule.op) {
    case "equals":
      return `${rule.field} == ${JSON.stringify(rule.value)}`;
    case "in":
      return `${rule.field} in ${JSON.stringify(rule.values)}`;
    case "at_least":
      return `${rule.field} >= ${rule.value}`;
    case "at_most":
      return `${rule.field} <= ${rule.value}`;
  }
}
