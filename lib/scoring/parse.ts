import { type Definition, definitionSchema } from "./definition.ts";
import { type Problem, problem } from "./problem.ts";
import { shapeProblems } from "./shape-problems.ts";

export type ParsedDefinition =
  | { readonly ok: true; readonly definition: Definition }
  | { readonly ok: false; readonly problems: Problem[] };

/** Far more than a person can read, and far less than would exhaust the stack. */
const DEEPEST = 64;

/** Reads a definition's shape. What one field alone cannot show is for `validateDefinition`. */
export function parseDefinition(input: unknown): ParsedDefinition {
  if (isDeeperThan(DEEPEST, input)) return { ok: false, problems: [problem([], "nested_too_deep")] };
  const parsed = definitionSchema.safeParse(input);
  if (parsed.success) return { ok: true, definition: parsed.data };
  return { ok: false, problems: shapeProblems(parsed.error.issues, input) };
}

function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((part) => isDeeperThan(levels - 1, part));
}
