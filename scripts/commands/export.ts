import { findCurrentGeneration } from "#db/queries/current-generation.ts";
import { readFieldTypes } from "#db/queries/generation-plan.ts";
import { type ExportedLead, exportLeads } from "#db/queries/lead-export.ts";
import { exportScores } from "#db/queries/score-export.ts";
import type { CsvValue } from "#lib/csv/safe-cell.ts";
import { writeCsv } from "#lib/csv/write.ts";
import { SCORE_COLUMNS, scoreRow } from "#lib/leads/score-row.ts";
import type { FieldCatalogue } from "#lib/scoring/facts.ts";
import { formatEpochDay } from "#lib/time/local-day.ts";
import { type Command, CommandError, textOption } from "#scripts/run/command.ts";
import { type Row, writeJson } from "#scripts/run/write-json.ts";

export const command: Command = {
  help: `npm run voorrang -- export scores|leads [--format csv|json]

Writes all stored scores, or all leads with all their fields, to the standard output. No cell of the CSV
can start a formula. --json is --format json.`,
  options: { format: { type: "string" } },
  async run(input) {
    const [what] = input.args;
    if (what !== "scores" && what !== "leads") throw new CommandError("Say: export scores or export leads.");
    const format = textOption(input, "format") ?? (input.values.json === true ? "json" : "csv");
    if (format !== "csv" && format !== "json")
      throw new CommandError(`There is no format ${format}: choose csv or json.`);
    const table = what === "scores" ? await scoreTable(format) : await leadTable();
    return { stream: format === "json" ? writeJson(what, table) : writeCsv(withHeader(table)) };
  },
};

type Table = { readonly columns: readonly string[]; readonly rows: AsyncIterable<Row> };

async function scoreTable(format: "csv" | "json"): Promise<Table> {
  const generation = await findCurrentGeneration();
  if (!generation) throw new CommandError("There are no scores yet: publish a model first.");
  const { day, id } = generation;
  const points = (centipoints: number) => (format === "csv" ? (centipoints / 100).toFixed(2) : centipoints / 100);
  return { columns: SCORE_COLUMNS, rows: rows() };

  async function* rows(): AsyncGenerator<Row> {
    for await (const score of exportScores({ generation: { id } })) yield scoreRow(score, { day, points });
  }
}

const FIXED = ["lead_id", "external_id", "stage", "owner", "may_call", "may_email", "may_score", "created_at"];

async function leadTable(): Promise<Table> {
  const types = await readFieldTypes();
  const keys = Object.keys(types).filter((key) => key !== "email_domain");
  return { columns: [...FIXED, ...keys], rows: rows() };

  async function* rows(): AsyncGenerator<Row> {
    for await (const lead of exportLeads()) {
      const { leadId, externalId, stage, owner, mayCall, mayEmail, mayScore, createdAt } = lead;
      const fixed = [leadId, externalId, stage, owner, mayCall, mayEmail, mayScore, createdAt.toISOString()];
      yield [...fixed, ...keys.map((key) => fieldCell(lead, key, types))];
    }
  }
}

/** Dates as dates, lists as JSON. */
function fieldCell({ fields }: ExportedLead, key: string, types: FieldCatalogue): CsvValue {
  const value = fields[key] ?? null;
  if (typeof value === "number" && types[key] === "date") return formatEpochDay(value);
  return typeof value === "object" && value !== null ? JSON.stringify(value) : value;
}

async function* withHeader({ columns, rows }: Table): AsyncGenerator<Row> {
  yield columns;
  yield* rows;
}
