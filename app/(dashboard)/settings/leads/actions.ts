"use server";

import { z } from "zod";
import { defineAction, defineFormAction } from "#app/_server/action.ts";
import { addFlag } from "#db/mutations/add-flag.ts";
import { retireFlag } from "#db/mutations/retire-flag.ts";
import { setAdjustmentRoom } from "#db/mutations/set-adjustment-room.ts";
import { MOST_POINTS } from "#lib/leads/adjustment-room.ts";
import { flagNameSchema } from "#lib/leads/flags.ts";
import { ok } from "#lib/result.ts";

const named = z.object({ name: flagNameSchema });
const revalidate = ["/settings/leads"];

export const addFlagAction = defineFormAction({
  permission: "manage_settings",
  schema: named,
  keeps: ["name"],
  revalidate,
  run: ({ name }, { user, at }) => addFlag({ name, actorId: user.userId, at }),
});

/** Puts a flag back in use. */
export const restoreFlagAction = defineAction({
  permission: "manage_settings",
  schema: named,
  revalidate,
  run: ({ name }, { user, at }) => addFlag({ name, actorId: user.userId, at }),
});

export const retireFlagAction = defineAction({
  permission: "manage_settings",
  schema: named,
  revalidate,
  run: ({ name }, { user, at }) => retireFlag({ name, actorId: user.userId, at }),
});

export const setAdjustmentRoomAction = defineFormAction({
  permission: "manage_settings",
  schema: z.object({
    points: z.coerce
      .number("room_out_of_range")
      .int("room_out_of_range")
      .min(0, "room_out_of_range")
      .max(MOST_POINTS, "room_out_of_range"),
  }),
  keeps: ["points"],
  revalidate,
  run: async ({ points }, { user, at }) => {
    await setAdjustmentRoom({ points, actorId: user.userId, at });
    return ok(null);
  },
});
