"use server";

import { z } from "zod";
import { defineAction } from "#app/_server/action.ts";
import { saveNaming } from "#db/mutations/save-naming.ts";
import { namingSchema } from "#lib/naming/naming.ts";
import { labelSchema } from "#lib/scoring/definition.ts";

/** Gives the id of the naming, for the next time. */
export const saveNamingAction = defineAction({
  permission: "publish_model",
  schema: z.object({
    naming: namingSchema,
    labels: z.record(z.string(), labelSchema).readonly(),
    seenId: z.int().nullable(),
  }),
  revalidate: ["/settings/naming"],
  run: (input, { user, at }) => saveNaming({ ...input, actorId: user.userId, at }),
});
