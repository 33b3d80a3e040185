import { publishVersion } from "#db/mutations/publish-version.ts";
import { listModels, readCatalogue } from "#db/queries/models.ts";
import { parseDefinition } from "#lib/scoring/parse.ts";
import { validateDefinition } from "#lib/scoring/validate.ts";
import { type Command, CommandError, type CommandInput, textOption } from "#scripts/run/command.ts";
import { localOrganisation } from "#scripts/run/local-organisation.ts";
import { readJson } from "#scripts/run/read-json.ts";
import { scoreAll, scoredText } from "#scripts/run/scoring.ts";
import { problemLines, requireOk } from "#scripts/run/sentences.ts";

export const command: Command = {
  help: `npm run voorrang -- model publish FILE [--model ID | --new] [--note TEXT]

Publishes the definition in a JSON file as the next version and scores every lead under it. Without
--model it is the next version of the first model; --new makes another model, tried after the others.
No signatures are asked for; where the organisation requires them, the audit log says that they were passed over.`,
  options: { model: { type: "string" }, new: { type: "boolean" }, note: { type: "string" } },
  async run(input) {
    const [verb, file] = input.args;
    if (verb !== "publish" || file === undefined) throw new CommandError("Say: model publish FILE.");
    const organisation = await localOrganisation(input.at);
    const definition = await readDefinitionFile(file);
    const modelId = await chooseModel(input);
    const note = textOption(input, "note") ?? "";
    const published = await requireOk(await publishVersion({ modelId, definition, note, userId: null, at: input.at }));
    const scored = await scoreAll(organisation);
    const version = published.isNew
      ? `Version ${published.number} is published.`
      : `Version ${published.number} says exactly this already.`;
    return { json: { ...published, ...scored }, text: `${version}\n${scoredText(scored)}` };
  },
};

/** A definition that may be published; else all that is wrong with it, a line each. */
async function readDefinitionFile(file: string): Promise<unknown> {
  const input = await readJson(file);
  const parsed = parseDefinition(input);
  const problems = parsed.ok ? validateDefinition(parsed.definition, await readCatalogue()) : parsed.problems;
  if (problems.length > 0) throw new CommandError(`${file} cannot be published.\n${await problemLines(problems)}`);
  return input;
}

async function chooseModel(input: CommandInput): Promise<number | null> {
  if (input.values.new === true) return null;
  const models = await listModels();
  const asked = textOption(input, "model");
  if (asked === undefined) return models[0]?.modelId ?? null;
  const found = models.find((model) => String(model.modelId) === asked);
  if (!found) throw new CommandError(`There is no model ${asked}.`);
  return found.modelId;
}
