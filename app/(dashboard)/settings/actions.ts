"use server";

import { z } from "zod";
import { defineAction, defineFormAction } from "#app/_server/action.ts";
import { checkPassword } from "#app/_server/check-password.ts";
import { callerLocale } from "#app/_server/refusal.ts";
import { readSessionHash } from "#app/_server/session-cookie.ts";
import { changePassword } from "#db/mutations/change-password.ts";
import { changeTimeZone } from "#db/mutations/change-time-zone.ts";
import { makeCalendarFeed } from "#db/mutations/make-calendar-feed.ts";
import { renameOrganisation } from "#db/mutations/rename-organisation.ts";
import { requireSignOff } from "#db/mutations/require-sign-off.ts";
import { revokeCalendarFeed } from "#db/mutations/revoke-calendar-feed.ts";
import { updateProfile } from "#db/mutations/update-profile.ts";
import { hashPassword } from "#lib/access/password.ts";
import {
  givenPasswordSchema,
  localeSchema,
  nameSchema,
  passwordSchema,
  themeSchema,
  timeZoneSchema,
} from "#lib/access/schema.ts";
import { ok, refuse } from "#lib/result.ts";

export const updateProfileAction = defineFormAction({
  permission: "signed_in",
  schema: z.object({ name: nameSchema, locale: localeSchema, theme: themeSchema }),
  keeps: ["name"],
  revalidate: ["/"],
  run: async (profile, { user, at }) => {
    await updateProfile({ ...profile, userId: user.userId, at });
    return ok(null);
  },
});

export const changePasswordAction = defineFormAction({
  permission: "signed_in",
  schema: z.object({ currentPassword: givenPasswordSchema, newPassword: passwordSchema }),
  run: async ({ currentPassword, newPassword }, { user, at }) => {
    const checked = await checkPassword({ email: user.email, password: currentPassword });
    if (!checked.ok && checked.refusal.code === "rate_limited") return checked;
    if (!checked.ok) return refuse("invalid_input", { fields: { currentPassword: "wrong_current_password" } });
    const keptSessionHash = await readSessionHash();
    if (keptSessionHash === null) return refuse("unauthenticated");
    const passwordHash = await hashPassword(newPassword);
    await changePassword({ userId: user.userId, at, passwordHash, keptSessionHash });
    return ok(null);
  },
});

export const renameOrganisationAction = defineFormAction({
  permission: "manage_settings",
  schema: z.object({ name: nameSchema }),
  keeps: ["name"],
  revalidate: ["/"],
  run: async ({ name }, { user, at }) => {
    await renameOrganisation({ actorId: user.userId, at, name });
    return ok(null);
  },
});

export const changeTimeZoneAction = defineFormAction({
  permission: "manage_settings",
  schema: z.object({ timeZone: timeZoneSchema }),
  keeps: ["timeZone"],
  revalidate: ["/"],
  run: async ({ timeZone }, { user, at }) => {
    const changed = await changeTimeZone({ actorId: user.userId, at, timeZone });
    return changed.ok ? ok(null) : changed;
  },
});

export const requireSignOffAction = defineFormAction({
  permission: "manage_sign_off",
  schema: z.object({ isRequired: z.enum(["on", "off"]) }),
  revalidate: ["/settings", "/model"],
  run: async ({ isRequired }, { user, at }) => {
    await requireSignOff({ isRequired: isRequired === "on", actorId: user.userId, at });
    return ok(null);
  },
});

/** Gives the path of the new link: this once, as only its hash is kept. */
export const makeCalendarFeedAction = defineAction({
  permission: "work_leads",
  schema: z.void(),
  revalidate: ["/settings"],
  run: async (_, { user, at }) => {
    const { token } = await makeCalendarFeed({ userId: user.userId, locale: await callerLocale(user), at });
    return ok({ path: `/api/calendar/${token}.ics` });
  },
});

export const revokeCalendarFeedAction = defineAction({
  permission: "work_leads",
  schema: z.void(),
  revalidate: ["/settings"],
  run: async (_, { user, at }) => {
    await revokeCalendarFeed({ userId: user.userId, at });
    return ok(null);
  },
});
