import { createWriteStream } from "node:fs";
import { basename } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createImport } from "#db/mutations/create-import.ts";
import { dryRunImport } from "#db/mutations/dry-run-import.ts";
import { resumeImports } from "#db/mutations/resume-imports.ts";
import { runImport } from "#db/mutations/run-import.ts";
import { type ScoredDueLeads, scoreDueLeads } from "#db/mutations/score-due-leads.ts";
import { readFieldTypes } from "#db/queries/generation-plan.ts";
import { streamRejections } from "#db/queries/imports.ts";
import { now } from "#lib/clock.ts";
import { type ByteSource, fileSource } from "#lib/csv/byte-source.ts";
import { detectLayout } from "#lib/csv/detect.ts";
import { type Inspection, inspectFile } from "#lib/csv/inspect.ts";
import { writeCsv } from "#lib/csv/write.ts";
import { readEnv } from "#lib/env.ts";
import { IMPORT_KINDS, type ImportKind } from "#lib/import/constants.ts";
import { guessMapping } from "#lib/import/guess.ts";
import { type Mapping, mappingSchema } from "#lib/import/mapping.ts";
import { planImport } from "#lib/import/plan.ts";
import { rejectedTable } from "#lib/import/rejected-rows.ts";
import type { ImportReport } from "#lib/import/report.ts";
import { dropUpload, keepCopy } from "#lib/import/uploads.ts";
import { type Command, CommandError, textOption } from "#scripts/run/command.ts";
import { importText, toJson } from "#scripts/run/import-text.ts";
import { localOrganisation } from "#scripts/run/local-organisation.ts";
import { mappingSentence } from "#scripts/run/mapping-sentence.ts";
import { readJson } from "#scripts/run/read-json.ts";
import { importRefusalSentence, importSentences } from "#scripts/run/sentences.ts";

export const command: Command = {
  help: `npm run voorrang -- import leads|events|outcomes|costs FILE [--mapping FILE] [--dry-run] [--rejected FILE]

Imports a CSV file (also gzipped). --mapping names a JSON file that says what its columns mean; without
one it is guessed from headers and values. --dry-run does all but write. --rejected writes the rows that
were not taken, with line and reason, to a CSV file. Imports that were left behind are finished first.`,
  options: { mapping: { type: "string" }, "dry-run": { type: "boolean" }, rejected: { type: "string" } },
  async run(input) {
    const [kind, path] = input.args;
    if (!isKind(kind) || path === undefined) throw new CommandError("Say: import leads|events|outcomes|costs FILE.");
    await localOrganisation(input.at);
    const file = await openFile(path);
    const mapping = await findMapping({ kind, file, path: textOption(input, "mapping") });
    const planned = await planImport({ ...file, mapping, fieldTypes: await readFieldTypes() });
    if (!planned.ok) throw new CommandError(await importRefusalSentence(planned));
    const sentences = await importSentences();
    if (input.values["dry-run"] === true) {
      const report = await dryRunImport({ ...file, mapping, now });
      const told = { kind, report, isDryRun: true, importId: null, scored: null, mapping };
      return { json: toJson(told, sentences), text: importText(told, sentences) };
    }
    await resumeImports({ now });
    const { importId, report } = await importNow({ path, file, mapping });
    const rejected = textOption(input, "rejected");
    if (rejected !== undefined) await writeRejected({ importId, report, rejected }, sentences.reasonOf);
    const scored: ScoredDueLeads = await scoreDueLeads({ now });
    const told = { kind, report, isDryRun: false, importId, scored, mapping };
    return { json: toJson(told, sentences), text: importText(told, sentences) };
  },
};

type OpenFile = { readonly source: ByteSource; readonly inspection: Inspection };

function isKind(text: string | undefined): text is ImportKind {
  return IMPORT_KINDS.some((kind) => kind === text);
}

async function openFile(path: string): Promise<OpenFile> {
  try {
    const source = await fileSource(path);
    return { source, inspection: await inspectFile(source) };
  } catch {
    throw new CommandError(`${path} cannot be read.`);
  }
}

type Finding = { readonly kind: ImportKind; readonly file: OpenFile; readonly path: string | undefined };

async function findMapping({ kind, file, path }: Finding): Promise<Mapping> {
  if (path === undefined) {
    const detection = await detectLayout(file.inspection);
    if (!detection.ok) throw new CommandError(await importRefusalSentence({ refusal: detection.refusal, about: "" }));
    return guessMapping({ kind, layout: detection.layout, fieldTypes: await readFieldTypes() }).mapping;
  }
  const parsed = mappingSchema.safeParse(await readJson(path));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new CommandError(`${path} is no mapping: ${issue ? mappingSentence(issue) : "it is none"}.`);
  }
  if (parsed.data.kind !== kind)
    throw new CommandError(await importRefusalSentence({ refusal: "wrong_kind", about: parsed.data.kind }));
  return parsed.data;
}

type Importing = { readonly path: string; readonly file: OpenFile; readonly mapping: Mapping };

/** Imports a copy, so that an import which is killed can be finished wherever the file went. */
async function importNow({ path, file, mapping }: Importing): Promise<{ importId: number; report: ImportReport }> {
  const filePath = await keepCopy(path, { dataDir: readEnv().DATA_DIR });
  const { bytes: fileBytes, sha256: fileSha256 } = file.inspection;
  const record = { fileName: basename(path), filePath, fileBytes, fileSha256, mapping, createdBy: null };
  const importId = await createImport({ ...record, status: "queued", at: now() });
  const done = await runImport({ importId, now, onProgress });
  if (process.stderr.isTTY) process.stderr.write("\n");
  await dropUpload(filePath);
  if (done?.status !== "done" || !done.report)
    throw new CommandError(await importRefusalSentence(done?.failure ?? { refusal: "unexpected", about: "" }));
  return { importId, report: done.report };

  function onProgress({ recordsRead, bytesRead }: { readonly recordsRead: number; readonly bytesRead: number }) {
    if (!process.stderr.isTTY) return;
    const percent = Math.min(100, Math.floor((bytesRead / Math.max(fileBytes, 1)) * 100));
    process.stderr.write(`\r${recordsRead} rows, ${percent} %`);
  }
}

async function writeRejected(
  { importId, report, rejected }: { importId: number; report: ImportReport; rejected: string },
  sentenceOf: Parameters<typeof rejectedTable>[1]["sentenceOf"],
): Promise<void> {
  const words = { line: "Line", column: "Column", value: "Value", reason: "Reason" };
  const table = { columns: report.reading.columns, words, sentenceOf };
  const rows = rejectedTable(streamRejections({ importId }), table);
  await pipeline(Readable.from(writeCsv(rows)), createWriteStream(rejected));
}
