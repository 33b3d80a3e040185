/** First and last name of a full one; `Vries, Jan de` turns around, prefixes stay with the last name. */
export function splitFullName(name: string): { readonly first: string | null; readonly last: string | null } {
  const text = name.replace(/\s+/g, " ").trim();
  const comma = text.indexOf(", ");
  if (comma > 0) {
    const [first = "", ...prefixes] = text.slice(comma + 2).split(" ");
    return { first: first || null, last: [...prefixes, text.slice(0, comma)].join(" ") };
  }
  const blank = text.indexOf(" ");
  if (blank < 0) return { first: null, last: text || null };
  return { first: text.slice(0, blank), last: text.slice(blank + 1) };
}
