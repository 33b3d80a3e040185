import { readFile, writeFile } from "node:fs/promises";
import { z } from "zod";
import type { Inspection } from "#lib/csv/inspect.ts";

const bytes = z.base64().transform((text) => Buffer.from(text, "base64"));
const inspectionSchema = z.object({
  bytes: z.int(),
  sha256: z.string(),
  isUtf8: z.boolean(),
  hasNul: z.boolean(),
  head: bytes,
  tail: bytes,
});

/** Where what a look at an upload found is kept: beside it. */
export function inspectionPath(uploadPath: string): string {
  return `${uploadPath}.json`;
}

/** Keeps what a look at a whole upload found, so that a page need not read it again. */
export async function keepInspection(uploadPath: string, { head, tail, ...rest }: Inspection): Promise<void> {
  const document = { ...rest, head: head.toString("base64"), tail: tail.toString("base64") };
  await writeFile(inspectionPath(uploadPath), JSON.stringify(document), { mode: 0o600 });
}

/** null: the upload is no longer there. */
export async function readInspection(uploadPath: string): Promise<Inspection | null> {
  const text = await readFile(inspectionPath(uploadPath), "utf8").catch(() => null);
  return text === null ? null : inspectionSchema.parse(JSON.parse(text));
}
