import { z } from "zod";
import { defineRoute } from "#app/_server/route.ts";
import { answerImport } from "#app/(dashboard)/data/show-import.ts";
import { findImport } from "#db/queries/imports.ts";
import { refuse } from "#lib/result.ts";

/** How far an import is, and whether the scores follow it. */
export const GET = defineRoute({
  permission: "import_data",
  params: z.object({ importId: z.coerce.number().int().positive() }),
  run: async (_, { params }) => {
    const record = await findImport(params);
    if (!record) return refuse("not_found");
    return Response.json(await answerImport(record), { headers: { "cache-control": "no-store" } });
  },
});
