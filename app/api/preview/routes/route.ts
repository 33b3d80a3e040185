import { invalidInput } from "#app/_server/invalid-input.ts";
import { defineRoute } from "#app/_server/route.ts";
import { findCurrentGeneration } from "#db/queries/current-generation.ts";
import { readPreviewRoutes } from "#db/queries/preview-routes.ts";
import { routesRequestSchema } from "#lib/preview/handed-over.ts";
import { refuse } from "#lib/result.ts";

/**
 * Whose leads become that a draft hands over. A read, of more leads than an address holds; of nobody's leads only, which
 * everybody sees by name who may ask.
 */
export const POST = defineRoute({
  permission: "view_model",
  run: async (request) => {
    const parsed = routesRequestSchema.safeParse(await request.json().catch(() => null));
    if (!parsed.success) return invalidInput(parsed.error);
    const generation = await findCurrentGeneration();
    if (!generation) return refuse("not_found");
    const answer = await readPreviewRoutes({ ...parsed.data, generation });
    return Response.json(answer, { headers: { "cache-control": "no-store" } });
  },
});
