import { findCurrentGeneration } from "#db/queries/current-generation.ts";
import { explainLead } from "#db/queries/explain-lead.ts";
import { findLeadId } from "#db/queries/lead-identity.ts";
import { momentOfDay } from "#lib/model/moment.ts";
import { formatEpochDay, localDay, parseEpochDay } from "#lib/time/local-day.ts";
import { breakdownText } from "#scripts/run/breakdown-text.ts";
import { type Command, CommandError, textOption } from "#scripts/run/command.ts";

export const command: Command = {
  help: `npm run voorrang -- explain LEAD [--day DAY]

Every line of a lead's score. LEAD is its id, e-mail address or external id; DAY, as 2026-03-10, is the
day whose score is meant: the day of the stored scores when absent. A past day ends with itself; a day
to come is what the score will be if nothing happens.`,
  options: { day: { type: "string" } },
  async run(input) {
    const [text] = input.args;
    if (text === undefined) throw new CommandError("Say which lead: explain LEAD.");
    const generation = await findCurrentGeneration();
    if (!generation) throw new CommandError("There are no scores yet: publish a model first.");
    const leadId = await findLeadId({ text });
    if (leadId === null) throw new CommandError(`There is no lead ${text}.`);
    const asked = textOption(input, "day");
    const day = asked === undefined ? generation.day : parseEpochDay(asked);
    if (day === null) throw new CommandError(`${asked} is not a day: write it as 2026-03-10.`);
    const { timeZone } = generation;
    const today = Math.max(localDay(input.at.getTime(), timeZone), generation.day);
    const moment = day === generation.day ? undefined : momentOfDay({ day, today, timeZone });
    const explained = await explainLead({ leadId, generation, moment });
    if (!explained) throw new CommandError(`Lead ${leadId} has no score for ${formatEpochDay(day)}.`);
    const { versionId, breakdown } = explained;
    const number = generation.models.find((model) => model.versionId === versionId)?.number ?? null;
    return {
      json: { leadId, versionId, version: number, ...breakdown, day: formatEpochDay(day) },
      text: `Lead ${leadId}, version ${number}\n${breakdownText(breakdown)}`,
    };
  },
};
