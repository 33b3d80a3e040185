import { hash } from "node:crypto";
import type { Definition } from "#lib/scoring/definition.ts";

/**
 * SHA-256 of what a definition says, in hexadecimal: the same for two definitions exactly when they say
 * the same, in whatever order their keys stand. What was changed and changed back has its first hash again.
 */
export function contentHash(definition: Definition): string {
  return hash("sha256", canonicalText(definition), "hex");
}

/** JSON without blanks, the keys of each object in the order of their code units; what is undefined is left out, as in JSON. */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const entries = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonicalText(part)}`).join(",")}}`;
}
