import { findUnstorable } from "#lib/storable.ts";
import { MOST_MESSAGE_BYTES } from "./limits.ts";
import { type Flaw, flaw } from "./reasons.ts";

/** What nobody can store or read, wherever it stands in a message, or too much of it. */
export function inspect(message: unknown): Flaw | null {
  const unstorable = findUnstorable(message);
  if (unstorable) return flaw(unstorable.reason, unstorable.name);
  return Buffer.byteLength(JSON.stringify(message) ?? "") > MOST_MESSAGE_BYTES ? flaw("too_large") : null;
}
