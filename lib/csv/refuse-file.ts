import type { FileRefusal } from "./dialect.ts";

const SIGNATURES: readonly (readonly [FileRefusal, readonly number[]])[] = [
  ["workbook", [0x50, 0x4b, 0x03, 0x04]],
  ["workbook", [0xd0, 0xcf, 0x11, 0xe0]],
  ["pdf", [0x25, 0x50, 0x44, 0x46]],
  ["image", [0x89, 0x50, 0x4e, 0x47]],
  ["image", [0xff, 0xd8, 0xff]],
  ["image", [0x47, 0x49, 0x46, 0x38]],
  ["compressed", [0x1f, 0x8b]],
  ["compressed", [0x42, 0x5a, 0x68]],
  ["compressed", [0x37, 0x7a, 0xbc, 0xaf]],
  ["compressed", [0x28, 0xb5, 0x2f, 0xfd]],
];
/** Signs that control a terminal and stand in no table; a few slip into real exports. */
const CONTROL = /(?![\t\n\v\f\r])\p{Cc}/gu;
const MOST_CONTROL_SHARE = 0.1;

/** Why bytes that begin so hold no table whatever their text says; null when they may. */
export function refuseBytes(head: Buffer): FileRefusal | null {
  return SIGNATURES.find(([, bytes]) => bytes.every((byte, at) => head[at] === byte))?.[0] ?? null;
}

/** Why text that begins (and, where the file is short, ends) so holds no table; null when it may. */
export function refuseText(text: string): FileRefusal | null {
  const trimmed = text.trim();
  if (trimmed === "") return "empty";
  if (/^<(!doctype|html|\?xml)/i.test(trimmed)) return "markup";
  if (/^\{\s*"|^\[\s*(\{|\[|")/.test(trimmed)) return "json";
  const controls = text.match(CONTROL)?.length ?? 0;
  return controls > text.length * MOST_CONTROL_SHARE ? "binary" : null;
}
