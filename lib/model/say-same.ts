import type { Definition } from "#lib/scoring/definition.ts";
import { canonicalText } from "./content-hash.ts";

const texts = new WeakMap<Definition, string>();

/** Whether two definitions say the same, as a version and the one that it returns to. */
export function saySame(one: Definition, other: Definition): boolean {
  return one === other || textOf(one) === textOf(other);
}

/** Definitions are never changed in place, so it is worked out once each. */
function textOf(definition: Definition): string {
  const known = texts.get(definition);
  if (known !== undefined) return known;
  const text = canonicalText(definition);
  texts.set(definition, text);
  return text;
}
