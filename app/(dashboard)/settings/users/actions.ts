"use server";

import { z } from "zod";
import { defineAction, defineFormAction } from "#app/_server/action.ts";
import { changeUserRole } from "#db/mutations/change-user-role.ts";
import { disableUser } from "#db/mutations/disable-user.ts";
import { enableUser } from "#db/mutations/enable-user.ts";
import { inviteUser } from "#db/mutations/invite-user.ts";
import { issueUserLink } from "#db/mutations/issue-user-link.ts";
import { setDailyCapacity } from "#db/mutations/set-daily-capacity.ts";
import { dailyCapacitySchema, emailSchema, nameSchema, roleSchema, userIdSchema } from "#lib/access/schema.ts";
import { ok } from "#lib/result.ts";

const revalidate = ["/settings/users"];
const oneUser = z.object({ userId: userIdSchema });

/** The path of the one-time link, told once. */
export const inviteUserAction = defineFormAction({
  permission: "manage_users",
  schema: z.object({ name: nameSchema, email: emailSchema, role: roleSchema }),
  keeps: ["name", "email", "role"],
  revalidate,
  run: async (input, { user, at }) => {
    const invited = await inviteUser({ ...input, actorId: user.userId, at });
    return invited.ok ? ok({ path: `/invitation/${invited.value.token}`, name: input.name }) : invited;
  },
});

/** The path of a new one-time link, told once: an invitation, or a password reset for who has joined. */
export const issueUserLinkAction = defineAction({
  permission: "manage_users",
  schema: oneUser,
  revalidate,
  run: async ({ userId }, { user, at }) => {
    const issued = await issueUserLink({ userId, actorId: user.userId, at });
    return issued.ok ? ok({ path: `/${issued.value.purpose}/${issued.value.token}` }) : issued;
  },
});

export const changeUserRoleAction = defineAction({
  permission: "manage_users",
  schema: oneUser.extend({ role: roleSchema }),
  revalidate,
  run: (input, { user, at }) => changeUserRole({ ...input, actorId: user.userId, at }),
});

export const setDailyCapacityAction = defineAction({
  permission: "manage_users",
  schema: oneUser.extend({ dailyCapacity: dailyCapacitySchema }),
  revalidate,
  run: (input, { user, at }) => setDailyCapacity({ ...input, actorId: user.userId, at }),
});

export const disableUserAction = defineAction({
  permission: "manage_users",
  schema: oneUser,
  revalidate,
  run: ({ userId }, { user, at }) => disableUser({ userId, actorId: user.userId, at }),
});

export const enableUserAction = defineAction({
  permission: "manage_users",
  schema: oneUser,
  revalidate,
  run: ({ userId }, { user, at }) => enableUser({ userId, actorId: user.userId, at }),
});
