import { readFile } from "node:fs/promises";
import { createTranslator } from "next-intl";
import { z } from "zod";
import type { Reason } from "#lib/import/reasons.ts";
import type { ImportRefusal } from "#lib/import/refusal.ts";
import type { ImportWarning } from "#lib/import/warnings.ts";
import type { Refusal, Result } from "#lib/result.ts";
import type { Problem } from "#lib/scoring/problem.ts";
import { CommandError } from "./command.ts";

/** The command line speaks English, in the sentences of the catalogue. */
const CATALOGUE = new URL("../../messages/en.json", import.meta.url);
const sentences = z.record(z.string(), z.string());
const catalogueSchema = z.object({
  refusals: z.object({ codes: sentences, reasons: sentences }),
  model: z.object({ problems: sentences }),
  import: z.object({ refusals: sentences, reasons: sentences, warnings: sentences }),
});

/** The value, or a `CommandError` with the refusal's sentence. */
export async function requireOk<T>(result: Result<T>): Promise<T> {
  if (result.ok) return result.value;
  throw new CommandError(await refusalSentence(result.refusal));
}

async function refusalSentence({ code, reason, params }: Refusal): Promise<string> {
  const { codes, reasons } = (await readCatalogue()).refusals;
  return say((reason && reasons[reason]) ?? codes[code] ?? code, params);
}

/** What is wrong with a definition and where, a line each. */
export async function problemLines(problems: readonly Problem[]): Promise<string> {
  const known = (await readCatalogue()).model.problems;
  return problems
    .map(({ path, code, params }) => `${path.join(".") || "definition"}: ${say(known[code] ?? code, params)}`)
    .join("\n");
}

/** Why nothing of a file was imported. */
export async function importRefusalSentence({ refusal, about }: ImportRefusal): Promise<string> {
  return say((await readCatalogue()).import.refusals[refusal] ?? refusal, { about });
}

export type ImportSentences = {
  readonly reasonOf: (reason: Reason) => string;
  readonly warningOf: (warning: ImportWarning) => string;
};

export async function importSentences(): Promise<ImportSentences> {
  const { reasons, warnings } = (await readCatalogue()).import;
  return { reasonOf: (reason) => reasons[reason] ?? reason, warningOf: (warning) => warnings[warning] ?? warning };
}

async function readCatalogue() {
  return catalogueSchema.parse(JSON.parse(await readFile(CATALOGUE, "utf8")));
}

function say(sentence: string, params: Readonly<Record<string, string | number>> | undefined): string {
  return createTranslator<{ sentence: string }>({ locale: "en", messages: { sentence } })("sentence", params);
}
