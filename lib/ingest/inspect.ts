import { MOST_DEPTH, MOST_MESSAGE_BYTES } from "./limits.ts";
import { type Flaw, flaw } from "./reasons.ts";

/** Names that mean something else than a property to JavaScript. */
const FORBIDDEN_NAMES: readonly string[] = ["__proto__", "constructor", "prototype"];

/**
 * What nobody can store or read, wherever it stands in a message: too much of it, too deep, characters that are no
 * text, names that are none. Without recursion, as the depth is the sender's.
 */
export function inspect(message: unknown): Flaw | null {
  let found: Flaw | null = null;
  const open: { readonly value: unknown; readonly depth: number }[] = [{ value: message, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, depth } = next;
    if (typeof value === "string" && isNoText(value)) found ??= flaw("bad_characters");
    if (typeof value !== "object" || value === null) continue;
    // Said before all else: what is deeper can not even be written down.
    if (depth === MOST_DEPTH) return flaw("too_deep");
    for (const [name, inner] of Object.entries(value)) {
      if (FORBIDDEN_NAMES.includes(name)) found ??= flaw("forbidden_name", name);
      if (isNoText(name)) found ??= flaw("bad_characters");
      open.push({ value: inner, depth: depth + 1 });
    }
  }
  if (found) return found;
  return Buffer.byteLength(JSON.stringify(message) ?? "") > MOST_MESSAGE_BYTES ? flaw("too_large") : null;
}

/** PostgreSQL stores neither NUL nor half of a pair. */
function isNoText(text: string): boolean {
  return text.includes("\0") || !text.isWellFormed();
}
