import { parseJson } from "#lib/json.ts";
import type { MessageKind } from "./message.ts";
import { isSaid } from "./properties.ts";

/** What a request brings: its messages, not yet looked at. */
export type IngestBody = {
  /** The key, where the body has it. */
  readonly writeKey: string | null;
  readonly sentAt: unknown;
  readonly messages: readonly unknown[];
};

/** What each path is for, the short ones of the browser's tracker included; null: many messages of any kind. */
const KIND_OF_PATH: ReadonlyMap<string, MessageKind | null> = new Map<string, MessageKind | null>([
  ["identify", "identify"],
  ["i", "identify"],
  ["track", "track"],
  ["t", "track"],
  ["page", "page"],
  ["p", "page"],
  ["screen", "screen"],
  ["s", "screen"],
  ["group", "group"],
  ["g", "group"],
  ["alias", "alias"],
  ["a", "alias"],
  ["batch", null],
  ["import", null],
  ["b", null],
]);

/** undefined: the protocol has no such path. */
export function kindOfPath(path: string): MessageKind | null | undefined {
  return KIND_OF_PATH.get(path);
}

/** The messages of a body; null when it cannot be read. */
export function readBody(text: string, kind: MessageKind | null): IngestBody | null {
  const body = parseJson(text);
  if (!isSaid(body)) return null;
  const writeKey = typeof body.writeKey === "string" ? body.writeKey : null;
  if (kind !== null) return { writeKey, sentAt: body.sentAt, messages: [body] };
  return Array.isArray(body.batch) ? { writeKey, sentAt: body.sentAt, messages: body.batch } : null;
}
