import { csvResponse } from "#app/_server/csv-response.ts";
import { defineRoute } from "#app/_server/route.ts";
import { findCurrentGeneration } from "#db/queries/current-generation.ts";
import { exportScores } from "#db/queries/score-export.ts";
import type { CsvValue } from "#lib/csv/safe-cell.ts";
import { pointsText, SCORE_COLUMNS, scoreRow } from "#lib/leads/score-row.ts";

/** All scores in force, as the command line exports them; a header alone before the first. */
export const GET = defineRoute({
  permission: "export_data",
  run: async () => csvResponse(rows(), { fileName: "scores.csv" }),
});

async function* rows(): AsyncGenerator<readonly CsvValue[]> {
  yield SCORE_COLUMNS;
  const generation = await findCurrentGeneration();
  if (!generation) return;
  for await (const score of exportScores({ generation }))
    yield scoreRow(score, { day: generation.day, points: pointsText });
}
