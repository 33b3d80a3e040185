import type { Definition } from "./definition.ts";
import type { Catalogue } from "./facts.ts";
import type { Problem } from "./problem.ts";

/** All that a definition gets wrong given what the organisation has; empty when it may be published. */
export function validateDefinition(_definition: Definition, _catalogue: Catalogue): Problem[] {
  throw new Error("being built");
}
