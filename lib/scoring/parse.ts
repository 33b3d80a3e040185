import type { Definition } from "./definition.ts";
import type { Problem } from "./problem.ts";

export type ParsedDefinition =
  | { readonly ok: true; readonly definition: Definition }
  | { readonly ok: false; readonly problems: Problem[] };

/** Reads a definition's shape. What one field alone cannot show is for `validateDefinition`. */
export function parseDefinition(_input: unknown): ParsedDefinition {
  throw new Error("being built");
}
