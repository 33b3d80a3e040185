import { createLoader } from "nuqs/server";
import { csvResponse } from "#app/_server/csv-response.ts";
import { defineRoute } from "#app/_server/route.ts";
import { findCurrentGeneration } from "#db/queries/current-generation.ts";
import { readFieldTypes } from "#db/queries/generation-plan.ts";
import { listExportedLeads } from "#db/queries/lead-export.ts";
import { listLeads, type PageQuery } from "#db/queries/leads.ts";
import type { CsvValue } from "#lib/csv/safe-cell.ts";
import { leadFileHeader, leadFileRow } from "#lib/leads/lead-file.ts";
import type { LeadCursor } from "#lib/leads/list.ts";
import { filterOf, listParams, orderOf } from "#lib/leads/list-params.ts";
import { pointsText } from "#lib/leads/score-row.ts";

const ROWS_A_PAGE = 1_000;
const load = createLoader(listParams);

/** The list as filtered and sorted, as the CSV file that the command line writes of all leads; streamed, so that its length does not matter. */
export const GET = defineRoute({
  permission: "export_data",
  run: async (request, { user }) => {
    const params = load(request);
    const generation = await findCurrentGeneration();
    const query = {
      viewer: user,
      generationId: generation?.id ?? null,
      filter: filterOf(params),
      order: orderOf(params),
      limit: ROWS_A_PAGE,
    };
    return csvResponse(rowsOf(query), { fileName: "leads.csv" });
  },
});

async function* rowsOf(query: Omit<PageQuery, "after">): AsyncGenerator<readonly CsvValue[]> {
  const { generationId } = query;
  const file = { types: await readFieldTypes(), points: pointsText };
  yield leadFileHeader(file);
  let after: LeadCursor | null = null;
  do {
    const page = await listLeads({ ...query, after });
    const leadIds = page.rows.map(({ leadId }) => leadId);
    for (const lead of await listExportedLeads({ leadIds, generationId })) yield leadFileRow(lead, file);
    after = page.next;
  } while (after !== null);
}
