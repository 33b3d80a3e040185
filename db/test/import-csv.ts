import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createImport } from "#db/mutations/create-import.ts";
import { runImport } from "#db/mutations/run-import.ts";
import type { ImportRecord } from "#db/queries/imports.ts";
import { fileSource } from "#lib/csv/byte-source.ts";
import { inspectFile } from "#lib/csv/inspect.ts";
import { mappingSchema } from "#lib/import/mapping.ts";
import type { TestDatabase } from "./database.ts";
import { makeTestFolder } from "./test-folder.ts";

export type TestImport = {
  /** The text of the file, or the path of one. */
  readonly text?: string;
  readonly path?: string;
  readonly mapping: object;
  readonly at: Date;
};

/** A queued import of a file. */
export async function queueTestImport({ text, path, mapping, at }: TestImport, store: TestDatabase): Promise<number> {
  const filePath = path ?? (await writeTestFile(text ?? ""));
  const { bytes, sha256 } = await inspectFile(await fileSource(filePath));
  const file = { fileName: "test.csv", filePath, fileBytes: bytes, fileSha256: sha256 };
  const parsed = mappingSchema.parse(mapping);
  return createImport({ ...file, mapping: parsed, status: "queued", createdBy: null, at }, store.db);
}

/** Imports a file as it would be on a machine whose clock stands still. */
export async function importTestFile(file: TestImport, store: TestDatabase): Promise<ImportRecord> {
  const importId = await queueTestImport(file, store);
  const done = await runImport({ importId, now: () => file.at }, store);
  if (!done) throw new Error("The import did not run.");
  return done;
}

export async function writeTestFile(text: string): Promise<string> {
  const path = join(await makeTestFolder(), "test.csv");
  await writeFile(path, text);
  return path;
}
