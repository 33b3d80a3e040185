"use server";

import { z } from "zod";
import { defineAction } from "#app/_server/action.ts";
import { forgetKnownKey } from "#app/_server/known-key.ts";
import { makeApiKey } from "#db/mutations/make-api-key.ts";
import { revokeApiKey } from "#db/mutations/revoke-api-key.ts";
import { newKeySchema } from "#lib/keys/schema.ts";
import { ok } from "#lib/result.ts";

const revalidate = ["/settings/keys"];

/** The whole key, told once. */
export const makeKeyAction = defineAction({
  permission: "manage_settings",
  schema: newKeySchema,
  revalidate,
  run: async (key, { user, at }) => {
    const { secret } = await makeApiKey({ key, actorId: user.userId, at });
    return ok({ secret, name: key.name });
  },
});

export const revokeKeyAction = defineAction({
  permission: "manage_settings",
  schema: z.object({ keyId: z.int("invalid").positive("invalid") }),
  revalidate,
  run: async ({ keyId }, { user, at }) => {
    const revoked = await revokeApiKey({ keyId, actorId: user.userId, at });
    forgetKnownKey(keyId);
    return revoked;
  },
});
