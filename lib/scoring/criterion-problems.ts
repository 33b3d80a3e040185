import { conditionProblems, propertyProblems } from "./condition-problems.ts";
import type { Criterion, Selector } from "./definition.ts";
import type { Catalogue } from "./facts.ts";
import { type Path, type Problem, problem } from "./problem.ts";

export function criterionProblems(criterion: Criterion, path: Path, catalogue: Catalogue): Problem[] {
  const problems = seasonProblems(criterion.active, [...path, "active"]);
  if (criterion.type === "attribute")
    return [...problems, ...conditionProblems(criterion.condition, [...path, "condition"], catalogue.fields)];
  problems.push(...selectorProblems(criterion.events, [...path, "events"], catalogue));
  if (criterion.type !== "inactivity" && criterion.maximum === 0)
    problems.push(problem([...path, "maximum"], "maximum_zero"));
  return problems;
}

function seasonProblems(active: Criterion["active"], path: Path): Problem[] {
  const { from, until } = active ?? { from: null, until: null };
  // ISO dates sort as the days they name.
  if (from === null || until === null || from <= until) return [];
  return [problem([...path, "until"], "season_reversed", { from, until })];
}

function selectorProblems({ types, where }: Selector, path: Path, { eventTypes }: Catalogue): Problem[] {
  const problems = where === null ? [] : propertyProblems(where, [...path, "where"]);
  if (types === "any") return problems;
  types.forEach((type, place) => {
    if (!eventTypes.includes(type)) problems.push(problem([...path, "types", place], "unknown_event_type", { type }));
  });
  return problems;
}
