"use server";

import { z } from "zod";
import { defineAction, defineFormAction } from "#app/_server/action.ts";
import { findOrganisationZone } from "#app/_server/organisation-zone.ts";
import { decideAction } from "#db/mutations/decide-action.ts";
import { holdModelReview } from "#db/mutations/hold-model-review.ts";
import { settleAction } from "#db/mutations/settle-action.ts";
import { quarterOf } from "#lib/performance/review/quarter.ts";
import { LONGEST_DECISION } from "#lib/performance/review/review.ts";
import { ok } from "#lib/result.ts";
import { localDay, parseEpochDay } from "#lib/time/local-day.ts";

const text = z.string().trim().min(1, "required").max(LONGEST_DECISION, "text_too_long");
const revalidate = ["/performance/review"];

export const decideActionAction = defineFormAction({
  permission: "hold_review",
  schema: z.object({
    body: text,
    leadId: z
      .string()
      .optional()
      .transform((given) => (given ? Number(given) : null))
      .pipe(z.int().positive().nullable()),
    ownerId: z.coerce.number("required").int("required").positive("required"),
    dueOn: z.string().transform((given, context) => {
      const day = parseEpochDay(given);
      if (day === null) context.addIssue({ code: "custom", message: "required" });
      return day ?? 0;
    }),
  }),
  keeps: ["body", "ownerId", "dueOn"],
  revalidate,
  run: async (decided, { user, at }) => {
    const today = localDay(at.getTime(), await findOrganisationZone());
    return decideAction({ ...decided, today, actorId: user.userId, at });
  },
});

/** Says that what was decided is done, or open after all. */
export const settleActionAction = defineAction({
  permission: "hold_review",
  schema: z.object({ actionId: z.int().positive(), isDone: z.boolean() }),
  revalidate,
  run: (settled, { user, at }) => settleAction({ ...settled, actorId: user.userId, at }),
});

/** Writes down what the review of the running quarter came to. */
export const holdModelReviewAction = defineFormAction({
  permission: "hold_review",
  schema: z.object({ conclusion: text }),
  keeps: ["conclusion"],
  revalidate,
  run: async ({ conclusion }, { user, at }) => {
    const today = localDay(at.getTime(), await findOrganisationZone());
    await holdModelReview({ quarter: quarterOf(today), conclusion, actorId: user.userId, at });
    return ok(null);
  },
});
