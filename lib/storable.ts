/** No message of a tracker and no body of the API goes deeper. */
const MOST_DEPTH = 20;
/** Names that mean something else than a property to JavaScript. */
const FORBIDDEN_NAMES: readonly string[] = ["__proto__", "constructor", "prototype"];

/** What of a value nobody can store or read; `name` is the one that is none. */
export type Unstorable = {
  readonly reason: "too_deep" | "bad_characters" | "forbidden_name";
  readonly name: string | null;
};

/**
 * What keeps a value from being stored, wherever it stands in it: too deep, characters that are no text, names that
 * are none; null when it can be. Without recursion, as the depth is the sender's.
 */
export function findUnstorable(value: unknown): Unstorable | null {
  let found: Unstorable | null = null;
  const open: { readonly value: unknown; readonly depth: number }[] = [{ value, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value: inner, depth } = next;
    if (typeof inner === "string" && !isText(inner)) found ??= { reason: "bad_characters", name: null };
    if (typeof inner !== "object" || inner === null) continue;
    // Said before all else: what is deeper can not even be written down.
    if (depth === MOST_DEPTH) return { reason: "too_deep", name: null };
    for (const [name, child] of Object.entries(inner)) {
      if (FORBIDDEN_NAMES.includes(name)) found ??= { reason: "forbidden_name", name };
      if (!isText(name)) found ??= { reason: "bad_characters", name: null };
      open.push({ value: child, depth: depth + 1 });
    }
  }
  return found;
}

/** PostgreSQL stores neither NUL nor half of a pair. */
export function isText(text: string): boolean {
  return !text.includes("\0") && text.isWellFormed();
}
