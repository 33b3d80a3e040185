"use server";

import { z } from "zod";
import { defineFormAction } from "#app/_server/action.ts";
import { setOrderLimit } from "#db/mutations/set-order-limit.ts";
import { setTargets } from "#db/mutations/set-targets.ts";
import { targetsSchema } from "#lib/performance/target-schema.ts";
import { TARGETS } from "#lib/performance/targets.ts";
import { HIGHEST_LIMIT_PERCENT, LOWEST_LIMIT_PERCENT } from "#lib/performance/truth/limit.ts";
import { ok } from "#lib/result.ts";

export const setOrderLimitAction = defineFormAction({
  permission: "hold_review",
  schema: z.object({
    percent: z.coerce
      .number("limit_out_of_range")
      .int("limit_out_of_range")
      .min(LOWEST_LIMIT_PERCENT, "limit_out_of_range")
      .max(HIGHEST_LIMIT_PERCENT, "limit_out_of_range"),
  }),
  keeps: ["percent"],
  revalidate: ["/performance"],
  run: async ({ percent }, { user, at }) => {
    await setOrderLimit({ percent, actorId: user.userId, at });
    return ok(null);
  },
});

export const setTargetsAction = defineFormAction({
  permission: "manage_team",
  schema: targetsSchema,
  keeps: ["startDay", ...TARGETS],
  revalidate: ["/performance"],
  run: async ({ startDay, ...percent }, { user, at }) => {
    await setTargets({ startDay, percent, actorId: user.userId, at });
    return ok(null);
  },
});
