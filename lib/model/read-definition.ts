import { type Definition, definitionSchema } from "#lib/scoring/definition.ts";

/** Texts of published versions come back with every request; reading one takes longer than all the rest. */
const KEPT = 32;
const read = new Map<string, Definition>();

/** The definition in a stored JSON text. The same text gives the same object. Throws when it is none. */
export function readDefinition(text: string): Definition {
  const known = read.get(text);
  if (known) return known;
  const definition = definitionSchema.parse(JSON.parse(text));
  const [oldest] = read.keys();
  if (read.size >= KEPT && oldest !== undefined) read.delete(oldest);
  read.set(text, definition);
  return definition;
}
