const MOST_CHARACTERS = 60;

/**
 * A name as a key: `TotalVisits` and `Total visits` are `total_visits`. null when no Latin letter is
 * left; what begins with a digit gets an `n_` in front.
 */
export function toKey(name: string): string | null {
  const words = name
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "");
  if (!/[a-z]/.test(words)) return null;
  return (/^[a-z]/.test(words) ? words : `n_${words}`).slice(0, MOST_CHARACTERS).replace(/_+$/, "");
}
