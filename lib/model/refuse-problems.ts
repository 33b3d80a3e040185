import { type Result, refuse } from "#lib/result.ts";
import type { Problem } from "#lib/scoring/problem.ts";

/** What is wrong with a definition, as a refusal: a problem's code by its path, joined with dots. */
export function refuseProblems(problems: readonly Problem[]): Result<never> {
  return refuse("invalid_input", {
    reason: "definition_invalid",
    params: { count: problems.length },
    fields: Object.fromEntries(problems.map(({ path, code }) => [path.join("."), code])),
  });
}
