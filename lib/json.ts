/** What a text says in JSON; undefined when it is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A JSON list of texts; null when it is anything else. */
export function parseTexts(text: string): string[] | null {
  const list = parseJson(text);
  return Array.isArray(list) && list.every((item) => typeof item === "string") ? list : null;
}
