import type { Path, Problem } from "#lib/scoring/problem.ts";
import { placeIdOf } from "./place-id.ts";

export const NO_PROBLEMS: readonly Problem[] = [];

/** Problems by what has to be opened to mend them. */
export function problemsByPlace(problems: readonly Problem[]): ReadonlyMap<string, readonly Problem[]> {
  const places = new Map<string, Problem[]>();
  for (const problem of problems) {
    const id = placeIdOf(problem.path);
    if (id === null) continue;
    const known = places.get(id);
    if (known) known.push(problem);
    else places.set(id, [problem]);
  }
  return places;
}

/** Those at a path or below it. */
export function problemsAt(problems: readonly Problem[], path: Path): readonly Problem[] {
  if (problems.length === 0) return NO_PROBLEMS;
  return problems.filter((problem) => path.every((step, index) => problem.path[index] === step));
}
