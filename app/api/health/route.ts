import { defineRoute } from "#app/_server/route.ts";
import { isDatabaseReachable } from "#db/queries/database-health.ts";

/** 200 when pages can be served, 503 when the database does not answer. */
export const GET = defineRoute({
  permission: "public",
  run: async () => {
    const isReachable = await isDatabaseReachable();
    return Response.json(
      { status: isReachable ? "ok" : "unavailable", database: isReachable },
      { status: isReachable ? 200 : 503, headers: { "cache-control": "no-store" } },
    );
  },
});
