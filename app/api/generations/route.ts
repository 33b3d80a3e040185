import { defineRoute } from "#app/_server/route.ts";
import { readBuildProgress } from "#db/queries/build-progress.ts";

/** How far the scores are from what was published last. */
export const GET = defineRoute({
  permission: "view_model",
  run: async () => Response.json(await readBuildProgress(), { headers: { "cache-control": "no-store" } }),
});
