import { createLoader } from "nuqs/server";
import { allRows } from "#app/_server/all-rows.ts";
import { csvResponse } from "#app/_server/csv-response.ts";
import { findOrganisationZone } from "#app/_server/organisation-zone.ts";
import { defineRoute } from "#app/_server/route.ts";
import { findCurrentGeneration } from "#db/queries/current-generation.ts";
import { listNurtured, type NurtureQuery } from "#db/queries/nurture-list.ts";
import type { CsvValue } from "#lib/csv/safe-cell.ts";
import { pointsText } from "#lib/leads/score-row.ts";
import { NURTURE_FILE_COLUMNS, nurtureFileRow } from "#lib/lifecycle/nurture-file.ts";
import { type NurtureCursor, nurtureFilterOf, nurtureParams } from "#lib/lifecycle/nurture-list.ts";
import { localDay } from "#lib/time/local-day.ts";

const ROWS_A_PAGE = 1_000;
const load = createLoader(nurtureParams);

/** The nurture list as filtered, as a CSV file; streamed, so that its length does not matter. */
export const GET = defineRoute({
  permission: "export_data",
  run: async (request, { user, at }) => {
    const [generation, timeZone] = await Promise.all([findCurrentGeneration(), findOrganisationZone()]);
    const query = {
      viewer: user,
      filter: nurtureFilterOf(load(request)),
      today: localDay(at.getTime(), timeZone),
      generationId: generation?.id ?? null,
    };
    return csvResponse(rowsOf(query), { fileName: "nurture.csv" });
  },
});

async function* rowsOf(query: NurtureQuery): AsyncGenerator<readonly CsvValue[]> {
  yield NURTURE_FILE_COLUMNS;
  for await (const lead of allRows((after: NurtureCursor | null) =>
    listNurtured({ ...query, after, limit: ROWS_A_PAGE }),
  ))
    yield nurtureFileRow(lead, { points: pointsText });
}
