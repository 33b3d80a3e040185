import type { Command } from "#scripts/run/command.ts";
import { localOrganisation } from "#scripts/run/local-organisation.ts";
import { scoreAll, scoredText } from "#scripts/run/scoring.ts";

export const command: Command = {
  help: `npm run voorrang -- score

Scores every lead anew under the newest published models, for today.`,
  async run({ at }) {
    const scored = await scoreAll(await localOrganisation(at));
    return { json: scored, text: scoredText(scored) };
  },
};
