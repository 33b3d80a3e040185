import { verifyScores } from "#db/mutations/verify-scores.ts";
import { now } from "#lib/clock.ts";
import { type Fault, faultsOf, type Verification } from "#lib/verification/verification.ts";
import { type Command, CommandError } from "#scripts/run/command.ts";

export const command: Command = {
  help: `npm run voorrang -- verify

Computes every stored score again from stored facts, while work goes on. Prints how many leads there
are, how many scores differ, are missing or should not be there, and how many are still due after an
import or an account change. Exits with 1 unless all but due are 0.`,
  async run() {
    const from = performance.now();
    const found = await verifyScores({ now });
    if (!found) throw new CommandError("There are no scores yet: publish a model first.");
    const seconds = Number(((performance.now() - from) / 1000).toFixed(2));
    return { json: { ...found, seconds }, text: textOf(found, seconds), isFailure: faultsOf(found) > 0 };
  },
};

function textOf({ leads, differences, missing, surplus, due, faults }: Verification, seconds: number): string {
  const counts = `${leads} leads: ${differences} differences, ${missing} missing, ${surplus} surplus; ${due} due (${seconds} s).`;
  return [counts, ...faults.map(lineOf)].join("\n");
}

function lineOf({ leadId, kind, stored, computed }: Fault): string {
  return `Lead ${leadId}, ${kind}: stored ${scoreOf(stored)}, computed ${scoreOf(computed)}`;
}

function scoreOf(score: Fault["stored"]): string {
  return score === null ? "none" : `${(score.combined / 100).toFixed(2)} ${score.cell}`;
}
