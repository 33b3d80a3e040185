"use server";

import { z } from "zod";
import { defineAction } from "#app/_server/action.ts";
import { makeTraitField } from "#db/mutations/make-trait-field.ts";
import { saveNaming } from "#db/mutations/save-naming.ts";
import { FIELD_ENTITIES, FIELD_TYPES } from "#lib/leads/fields.ts";
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

const LONGEST_TRAIT = 100;

/** Gives the key of the field that keeps a trait from now on. */
export const makeTraitFieldAction = defineAction({
  permission: "publish_model",
  schema: z.object({
    of: z.enum(FIELD_ENTITIES),
    name: z.string().min(1).max(LONGEST_TRAIT),
    type: z.enum(FIELD_TYPES),
  }),
  run: (input, { user, at }) => makeTraitField({ ...input, actorId: user.userId, at }),
});
