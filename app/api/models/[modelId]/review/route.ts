import { z } from "zod";
import { defineRoute } from "#app/_server/route.ts";
import { readReview } from "#app/(dashboard)/model/read-review.ts";

/** What people said of a model's draft and who signed it. */
export const GET = defineRoute({
  permission: "view_model",
  params: z.object({ modelId: z.coerce.number().int().positive() }),
  run: async (_request, { params }) =>
    Response.json(await readReview(params), { headers: { "cache-control": "no-store" } }),
});
