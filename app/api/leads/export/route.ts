import { createLoader } from "nuqs/server";
import { csvResponse } from "#app/_server/csv-response.ts";
import { defineRoute } from "#app/_server/route.ts";
import { filterOf, listParams, orderOf } from "#components/leads/list-params.ts";
import { findCurrentGeneration } from "#db/queries/current-generation.ts";
import { listLeads, type PageQuery } from "#db/queries/leads.ts";
import type { CsvValue } from "#lib/csv/safe-cell.ts";
import type { LeadCursor, LeadRow } from "#lib/leads/list.ts";

const ROWS_A_PAGE = 1_000;
const load = createLoader(listParams);

const HEADER = [
  "lead_id",
  "name",
  "email",
  "job_title",
  "company",
  "country",
  "source",
  "owner",
  "stage",
  "fit",
  "engagement",
  "combined",
  "cell",
  "last_signal_at",
  "created_at",
];

/** The list as filtered and sorted, as a CSV file; streamed, so that its length does not matter. */
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
  yield HEADER;
  let after: LeadCursor | null = null;
  do {
    const page = await listLeads({ ...query, after });
    yield* page.rows.map(cellsOf);
    after = page.next;
  } while (after !== null);
}

function cellsOf(row: LeadRow): readonly CsvValue[] {
  const { score } = row;
  return [
    row.leadId,
    row.name,
    row.email,
    row.jobTitle,
    row.company,
    row.country,
    row.source,
    row.owner?.name ?? null,
    row.stage,
    points(score?.fit),
    points(score?.engagement),
    points(score?.combined),
    score?.cell ?? null,
    score?.newestEventAt == null ? null : new Date(score.newestEventAt).toISOString(),
    new Date(row.createdAt).toISOString(),
  ];
}

function points(centipoints: number | undefined): string | null {
  return centipoints === undefined ? null : (centipoints / 100).toFixed(2);
}
