import { findCurrentGeneration } from "#db/queries/current-generation.ts";
import { readFieldTypes } from "#db/queries/generation-plan.ts";
import { exportLeads } from "#db/queries/lead-export.ts";
import { exportScores } from "#db/queries/score-export.ts";
import type { CsvValue } from "#lib/csv/safe-cell.ts";
import { writeCsv } from "#lib/csv/write.ts";
import { leadFileHeader, leadFileRow } from "#lib/leads/lead-file.ts";
import { pointsText, SCORE_COLUMNS, scoreRow } from "#lib/leads/score-row.ts";
import { type Command, CommandError, textOption } from "#scripts/run/command.ts";
import { type Row, writeJson } from "#scripts/run/write-json.ts";

export const command: Command = {
  help: `npm run voorrang -- export scores|leads [--format csv|json]

Writes all stored scores, or all leads with all their fields, to the standard output. No cell of the CSV
can start a formula. --json is --format json. The leads' CSV imports again as it is, here and in another
installation: its leads are known by the column identities, not by lead_id, which is a number of this one.`,
  options: { format: { type: "string" } },
  async run(input) {
    const [what] = input.args;
    if (what !== "scores" && what !== "leads") throw new CommandError("Say: export scores or export leads.");
    const format = textOption(input, "format") ?? (input.values.json === true ? "json" : "csv");
    if (format !== "csv" && format !== "json")
      throw new CommandError(`There is no format ${format}: choose csv or json.`);
    const table = what === "scores" ? await scoreTable(format) : await leadTable(format);
    return { stream: format === "json" ? writeJson(what, table) : writeCsv(withHeader(table)) };
  },
};

type Format = "csv" | "json";
type Table = { readonly columns: readonly string[]; readonly rows: AsyncIterable<Row> };

async function scoreTable(format: Format): Promise<Table> {
  const generation = await findCurrentGeneration();
  if (!generation) throw new CommandError("There are no scores yet: publish a model first.");
  const { day, id } = generation;
  const points = pointsOf(format);
  return { columns: SCORE_COLUMNS, rows: rows() };

  async function* rows(): AsyncGenerator<Row> {
    for await (const score of exportScores({ generation: { id } })) yield scoreRow(score, { day, points });
  }
}

async function leadTable(format: Format): Promise<Table> {
  const [types, generation] = await Promise.all([readFieldTypes(), findCurrentGeneration()]);
  const file = { types, points: pointsOf(format) };
  return { columns: leadFileHeader(file), rows: rows() };

  async function* rows(): AsyncGenerator<Row> {
    for await (const lead of exportLeads({ generationId: generation?.id ?? null })) yield leadFileRow(lead, file);
  }
}

function pointsOf(format: Format): (centipoints: number) => CsvValue {
  return format === "csv" ? pointsText : (centipoints) => centipoints / 100;
}

async function* withHeader({ columns, rows }: Table): AsyncGenerator<Row> {
  yield columns;
  yield* rows;
}
