"use server";

import { z } from "zod";
import { defineAction } from "#app/_server/action.ts";
import { findOrganisationZone } from "#app/_server/organisation-zone.ts";
import { callerLocale } from "#app/_server/refusal.ts";
import { askExchange } from "#db/mutations/ask-exchange.ts";
import { connectCrm } from "#db/mutations/connect-crm.ts";
import { disconnectCrm } from "#db/mutations/disconnect-crm.ts";
import { saveCrmSettings } from "#db/mutations/save-crm-settings.ts";
import { readFieldTypes } from "#db/queries/generation-plan.ts";
import { CrmError } from "#lib/crm/crm-error.ts";
import { CRM_SYSTEMS, PUSH_TARGETS } from "#lib/crm/door.ts";
import { openDoor } from "#lib/crm/open-door.ts";
import { sealToken } from "#lib/crm/sealed-token.ts";
import { crmSettingsSchema, usualPairs } from "#lib/crm/settings.ts";
import { readEnv } from "#lib/env.ts";
import { ok } from "#lib/result.ts";

const revalidate = ["/settings/crm"];
/** A person waits for it. */
const PATIENCE_MS = 20_000;

/** Tries a token and connects its account; gives why it did not go. */
export const connectCrmAction = defineAction({
  permission: "manage_settings",
  schema: z.object({
    system: z.enum(CRM_SYSTEMS),
    token: z
      .string()
      .trim()
      .min(1, "required")
      .max(2000, "invalid")
      .regex(/^[\x21-\x7e]+$/, "invalid"),
    pushes: z.boolean(),
  }),
  revalidate,
  run: async ({ system, token, pushes }, { user, at }) => {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const address = readEnv().VOORRANG_TEST_CRM;
    const door = await openDoor(system, { token, timeZone: await findOrganisationZone(), signal, address });
    try {
      const [account, fields, owners] = [await door.account(), await door.listFields(), await door.listOwners()];
      const pairs = usualPairs(door.usualFields, { fields, types: await readFieldTypes() });
      const push = pushes ? PUSH_TARGETS : [];
      const settings = crmSettingsSchema.parse({ fields: pairs, push, locale: await callerLocale(user) });
      const sealedToken = await sealToken(token);
      await connectCrm({ system, account, sealedToken, settings, fields, owners, actorId: user.userId, at });
      return ok(null);
    } catch (error) {
      if (error instanceof CrmError) return ok({ reason: error.reason, detail: error.detail });
      if (signal.aborted) return ok({ reason: "unreachable" as const, detail: "" });
      throw error;
    }
  },
});

export const disconnectCrmAction = defineAction({
  permission: "manage_settings",
  schema: z.object({}),
  revalidate,
  run: async (_, { user, at }) => {
    await disconnectCrm({ actorId: user.userId, at });
    return ok(null);
  },
});

export const exchangeNowAction = defineAction({
  permission: "manage_settings",
  schema: z.object({}),
  revalidate,
  run: (_, { at }) => askExchange({ at }),
});

export const saveCrmSettingsAction = defineAction({
  permission: "manage_settings",
  schema: crmSettingsSchema,
  revalidate,
  run: (settings, { user, at }) => saveCrmSettings({ settings, actorId: user.userId, at }),
});
