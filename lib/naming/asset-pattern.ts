/** Stands for any characters, also for none. */
export const ANY = "*";

/** Small letters for A to Z and no others: a database and a program differ in what they take others for. */
export function foldCase(text: string): string {
  return text.replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase());
}

/** A pattern made ready: case does not matter. */
export type AssetPattern = { readonly isExact: boolean; readonly literals: number; matches(asset: string): boolean };

export function compilePattern(pattern: string): AssetPattern {
  const parts = foldCase(pattern).split(ANY);
  const literals = parts.reduce((sum, part) => sum + part.length, 0);
  const isExact = parts.length === 1;
  return { isExact, literals, matches: (asset) => matchesParts(foldCase(asset), parts) };
}

/** Between the first part and the last each takes the first place it finds: no way back, so no text takes long. */
function matchesParts(text: string, parts: readonly string[]): boolean {
  const [first = "", ...rest] = parts;
  const last = rest.pop();
  if (last === undefined) return text === first;
  if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last)) return false;
  const end = text.length - last.length;
  let from = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, from);
    if (found < 0 || found + part.length > end) return false;
    from = found + part.length;
  }
  return true;
}
