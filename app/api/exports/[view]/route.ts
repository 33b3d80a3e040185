import { z } from "zod";
import { csvResponse } from "#app/_server/csv-response.ts";
import { defineRoute } from "#app/_server/route.ts";
import { exportView } from "#db/queries/export-view.ts";
import { BI_VIEW_NAMES } from "#lib/bi/views.ts";

/** A view for reports as a file. */
export const GET = defineRoute({
  permission: "export_data",
  params: z.object({ view: z.enum(BI_VIEW_NAMES) }),
  run: async (_, { params: { view } }) => csvResponse(exportView({ view }), { fileName: `${view}.csv` }),
});
