import { defineRoute } from "#app/_server/route.ts";
import { readInbox } from "#db/queries/alerts.ts";

/** What the caller was told in the app. */
export const GET = defineRoute({
  permission: "view_leads",
  run: async (_, { user, at }) =>
    Response.json(await readInbox({ viewer: user, at }), { headers: { "cache-control": "no-store" } }),
});
