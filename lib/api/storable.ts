/** No body of this API goes deeper. */
const MOST_DEPTH = 20;
/** Names that mean something else than a property to JavaScript. */
const FORBIDDEN_NAMES: readonly string[] = ["__proto__", "constructor", "prototype"];

/**
 * Whether a value can be stored wherever it stands: neither too deep, nor with characters or names that are none.
 * Without recursion, as the depth is the sender's.
 */
export function isStorable(value: unknown): boolean {
  const open: { readonly value: unknown; readonly depth: number }[] = [{ value, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value: inner, depth } = next;
    if (typeof inner === "string" && !isText(inner)) return false;
    if (typeof inner !== "object" || inner === null) continue;
    if (depth === MOST_DEPTH) return false;
    for (const [name, child] of Object.entries(inner)) {
      if (FORBIDDEN_NAMES.includes(name) || !isText(name)) return false;
      open.push({ value: child, depth: depth + 1 });
    }
  }
  return true;
}

/** PostgreSQL stores neither NUL nor half of a pair. */
export function isText(text: string): boolean {
  return !text.includes("\0") && text.isWellFormed();
}
