import { conditionProblems } from "#lib/scoring/condition-problems.ts";
import type { FieldCatalogue } from "#lib/scoring/facts.ts";
import { type Problem, problem } from "#lib/scoring/problem.ts";
import { CELL_FIELD, type Routing, type RoutingRule } from "./rules.ts";

/** What the conditions of the rules get wrong; `path` begins with `rules` and the place of the rule. */
export function routingProblems({ rules }: Pick<Routing, "rules">, fields: FieldCatalogue): Problem[] {
  return rules.flatMap((rule, place) => ruleProblems(rule, fields).map((each) => at(["rules", place], each)));
}

/** What is wrong with one rule: unnamed, without people, or asking what cannot be asked. */
export function ruleProblems({ name, condition, userIds }: RoutingRule, fields: FieldCatalogue): Problem[] {
  return [
    ...(name.trim() === "" ? [problem(["name"], "empty_text")] : []),
    ...(userIds.length === 0 ? [problem(["userIds"], "empty_list")] : []),
    ...conditionProblems(condition, ["condition"], { ...fields, [CELL_FIELD]: "text" }),
  ];
}

function at(path: Problem["path"], { path: rest, ...said }: Problem): Problem {
  return { ...said, path: [...path, ...rest] };
}
