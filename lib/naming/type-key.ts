const LONGEST_KEY = 60;

/** The key of a type that a person calls so: `prijspagina_bekeken`. Empty when nothing of it can be one. */
export function typeKey(label: string): string {
  return label
    .normalize("NFD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[_0-9]+|_+$/g, "")
    .slice(0, LONGEST_KEY)
    .replace(/_+$/, "");
}
