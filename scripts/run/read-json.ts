import { readFile } from "node:fs/promises";
import { parseJson } from "#lib/json.ts";
import { CommandError } from "./command.ts";

/** What a file that a person named says; refused with a sentence when it is not there or no JSON. */
export async function readJson(path: string): Promise<unknown> {
  const text = await readFile(path, "utf8").catch(() => {
    throw new CommandError(`${path} cannot be read.`);
  });
  const content = parseJson(text);
  if (content === undefined) throw new CommandError(`${path} is not JSON.`);
  return content;
}
