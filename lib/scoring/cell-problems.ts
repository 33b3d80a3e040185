import { cellNames } from "./bands.ts";
import type { Definition } from "./definition.ts";
import { type Problem, problem } from "./problem.ts";

/** What plays and `qualifies` get wrong about the cells that the thresholds make. */
export function cellProblems(definition: Definition): Problem[] {
  const cells = cellNames(definition.axes).flat();
  return [...playProblems(definition, cells), ...qualifiesProblems(definition, cells)];
}

function playProblems({ plays }: Definition, cells: readonly string[]): Problem[] {
  const missing = cells.filter((cell) => !Object.hasOwn(plays, cell));
  const surplus = Object.keys(plays).filter((cell) => !cells.includes(cell));
  return [
    ...missing.map((cell) => problem(["plays", cell], "play_missing", { cell })),
    ...surplus.map((cell) => problem(["plays", cell], "play_surplus", { cell })),
    ...priorityProblems(plays),
  ];
}

function priorityProblems(plays: Definition["plays"]): Problem[] {
  const holders = new Map<number, string>();
  return Object.entries(plays).flatMap(([cell, { priority }]) => {
    const other = holders.get(priority);
    if (other !== undefined)
      return [problem(["plays", cell, "priority"], "duplicate_priority", { cell, other, priority })];
    holders.set(priority, cell);
    return [];
  });
}

function qualifiesProblems({ qualifies, mix }: Definition, cells: readonly string[]): Problem[] {
  if ("combinedAtLeast" in qualifies) {
    const highest = mix.fit + mix.engagement;
    if (qualifies.combinedAtLeast <= highest) return [];
    return [problem(["qualifies", "combinedAtLeast"], "threshold_out_of_reach", { highest })];
  }
  return qualifies.cells.flatMap((cell, place) =>
    cells.includes(cell) ? [] : problem(["qualifies", "cells", place], "unknown_cell", { cell }),
  );
}
