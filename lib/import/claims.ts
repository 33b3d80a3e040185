import { STANDARD_FIELDS } from "#lib/leads/fields.ts";
import { toKey } from "./key.ts";
import type { Target } from "./known-headers.ts";
import { targetKey } from "./targets.ts";

/** Targets that two columns may fill; the second of any other becomes a field of its own. */
const SHARED = ["email"];

/** What the columns of a file fill so far, first come, first served. */
export class Claims {
  readonly #taken = new Set<string>();
  readonly #keys = new Set(Object.keys(STANDARD_FIELDS));

  has(name: string): boolean {
    return this.#taken.has(name);
  }

  /** The target, when nothing fills it yet; null when something does. */
  claim(target: Target | null): Target | null {
    if (!target) return null;
    const name = targetKey(target);
    if (this.#taken.has(name) && !SHARED.includes(name)) return null;
    if (name === "full_name" && (this.#taken.has("first_name") || this.#taken.has("last_name"))) return null;
    this.#taken.add(name);
    return target;
  }

  /** Keeps a field's key from being given to another column. */
  reserveKey(key: string): void {
    this.#keys.add(key);
  }

  /** A key for a column's own field, of its header: the same words get a number. */
  freeKey(column: string): string {
    const plain = toKey(column) ?? "column";
    let key = plain;
    for (let copy = 2; this.#keys.has(key); copy++) key = `${plain.slice(0, 56)}_${copy}`;
    this.#keys.add(key);
    return key;
  }
}
