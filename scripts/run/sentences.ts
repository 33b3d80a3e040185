import { readFile } from "node:fs/promises";
import { createTranslator } from "next-intl";
import { z } from "zod";
import type { Refusal, Result } from "#lib/result.ts";
import type { Problem } from "#lib/scoring/problem.ts";
import { CommandError } from "./command.ts";

/** The command line speaks English, in the sentences of the catalogue. */
const CATALOGUE = new URL("../../messages/en.json", import.meta.url);
const sentences = z.record(z.string(), z.string());
const catalogueSchema = z.object({
  refusals: z.object({ codes: sentences, reasons: sentences }),
  model: z.object({ problems: sentences }),
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

async function readCatalogue() {
  return catalogueSchema.parse(JSON.parse(await readFile(CATALOGUE, "utf8")));
}

function say(sentence: string, params: Readonly<Record<string, string | number>> | undefined): string {
  return createTranslator<{ sentence: string }>({ locale: "en", messages: { sentence } })("sentence", params);
}
