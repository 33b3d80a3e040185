import { z } from "zod";
import { parseJson } from "#lib/json.ts";

const keySchema = z.array(z.union([z.int(), z.string().max(600)])).max(3);

/** Where a part of a list ended, as one text that says nothing to its reader. */
export function writeCursor(key: readonly (number | string)[]): string {
  return Buffer.from(JSON.stringify(key)).toString("base64url");
}

/** A cursor of one whole number; null when it is none. */
export function readNumberCursor(cursor: string): number | null {
  const [first, ...rest] = read(cursor);
  return typeof first === "number" && rest.length === 0 ? first : null;
}

/** A cursor of a whole number and a text; null when it is none. */
export function readPairCursor(cursor: string): { readonly first: number; readonly second: string } | null {
  const [first, second, ...rest] = read(cursor);
  return typeof first === "number" && typeof second === "string" && rest.length === 0 ? { first, second } : null;
}

function read(cursor: string): readonly (number | string)[] {
  const parsed = keySchema.safeParse(parseJson(Buffer.from(cursor, "base64url").toString("utf8")));
  return parsed.success ? parsed.data : [];
}
