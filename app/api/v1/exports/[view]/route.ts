import { csvResponse } from "#app/_server/csv-response.ts";
import { defineOperation } from "#app/_server/operation-route.ts";
import { exportView } from "#db/queries/export-view.ts";
import { OPERATIONS } from "#lib/api/operations.ts";

export const GET = defineOperation(OPERATIONS.exportView, async ({ params: { view } }) =>
  csvResponse(exportView({ view }), { fileName: `${view}.csv` }),
);
