"use server";

import { defineFormAction } from "#app/_server/action.ts";
import { setQualitySettings } from "#db/mutations/set-quality-settings.ts";
import { settingsFormSchema } from "#lib/data-quality/settings.ts";
import { ok } from "#lib/result.ts";

export const setQualitySettingsAction = defineFormAction({
  permission: "hold_review",
  schema: settingsFormSchema,
  revalidate: ["/data/quality"],
  run: async (settings, { user, at }) => {
    await setQualitySettings({ ...settings, actorId: user.userId, at });
    return ok(null);
  },
});
