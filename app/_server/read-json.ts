import { findUnstorable, type Unstorable } from "#lib/storable.ts";

/** As the tracking protocol has it. */
export const MOST_BODY_BYTES = 500 * 1024;

export type ReadJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: "too_large" | "unreadable"; readonly unstorable?: Unstorable };

/** The JSON of a request's body. What is too large is not read to its end. */
export async function readJson(request: Request): Promise<ReadJson> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of request.body ?? []) {
    bytes += piece.byteLength;
    if (bytes > MOST_BODY_BYTES) return { ok: false, problem: "too_large" };
    pieces.push(piece);
  }
  try {
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(pieces)));
    const unstorable = findUnstorable(value);
    return unstorable === null ? { ok: true, value } : { ok: false, problem: "unreadable", unstorable };
  } catch {
    return { ok: false, problem: "unreadable" };
  }
}
