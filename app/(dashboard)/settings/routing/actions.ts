"use server";

import { z } from "zod";
import { defineAction } from "#app/_server/action.ts";
import { saveRouting } from "#db/mutations/save-routing.ts";
import { readRoutingDryRun } from "#db/queries/routing-dry-run.ts";
import { ok } from "#lib/result.ts";
import { routingSchema } from "#lib/routing/rules.ts";

/** Gives the revision, for the next time. */
export const saveRoutingAction = defineAction({
  permission: "manage_team",
  schema: z.object({ routing: routingSchema, seenRevision: z.int().min(0) }),
  revalidate: ["/settings/routing"],
  run: (input, { user, at }) => saveRouting({ ...input, actorId: user.userId, at }),
});

/** Changes nothing: says where last week's leads would have gone by these rules, saved or not. */
export const dryRunRoutingAction = defineAction({
  permission: "manage_team",
  schema: z.object({ routing: routingSchema }),
  run: async (input, { at }) => ok(await readRoutingDryRun({ ...input, at })),
});
