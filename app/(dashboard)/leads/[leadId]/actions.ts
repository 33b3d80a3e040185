"use server";

import { z } from "zod";
import { defineAction } from "#app/_server/action.ts";
import { addAdjustment } from "#db/mutations/add-adjustment.ts";
import { flagLead } from "#db/mutations/flag-lead.ts";
import { giveLead } from "#db/mutations/give-lead.ts";
import { recordDeal } from "#db/mutations/record-deal.ts";
import { reopenLead } from "#db/mutations/reopen-lead.ts";
import { undoGiveLead } from "#db/mutations/undo-give-lead.ts";
import { withdrawAdjustment } from "#db/mutations/withdraw-adjustment.ts";
import { flagNameSchema } from "#lib/leads/flags.ts";
import { newAdjustmentSchema } from "#lib/leads/new-adjustment.ts";
import { newDealSchema } from "#lib/leads/new-deal.ts";
import { LONGEST_NOTE } from "#lib/lifecycle/outcome.ts";

const leadId = z.int().positive();

/** Corrects a score by hand. */
export const addAdjustmentAction = defineAction({
  permission: "adjust_scores",
  schema: z.object({ leadId, adjustment: newAdjustmentSchema }),
  run: ({ leadId, adjustment }, { user, at }) => addAdjustment({ leadId, ...adjustment, viewer: user, at }),
});

/** Sets a flag or takes it off. */
export const flagLeadAction = defineAction({
  permission: "flag_leads",
  schema: z.object({ leadId, flag: flagNameSchema, isSet: z.boolean() }),
  run: (input, { user, at }) => flagLead({ ...input, viewer: user, at }),
});

/** Enters a deal that was won or lost. */
export const recordDealAction = defineAction({
  permission: "work_leads",
  schema: z.object({ leadId, deal: newDealSchema }),
  run: ({ leadId, deal }, { user, at }) => recordDeal({ leadId, ...deal, viewer: user, at }),
});

/** Opens a lead again that was given up. */
export const reopenLeadAction = defineAction({
  permission: "manage_team",
  schema: z.object({ leadId, reason: z.string().trim().min(1, "required").max(LONGEST_NOTE, "text_too_long") }),
  run: (input, { user, at }) => reopenLead({ ...input, viewer: user, at }),
});

/** Takes a correction back; it stays in sight, marked. */
export const withdrawAdjustmentAction = defineAction({
  permission: "adjust_scores",
  schema: z.object({ leadId, adjustmentId: z.int().positive() }),
  run: (input, { user, at }) => withdrawAdjustment({ ...input, viewer: user, at }),
});

/** Gives the change of owner, for undo. */
export const giveLeadAction = defineAction({
  permission: "work_leads",
  schema: z.object({
    leadId,
    toUserId: z.int().positive(),
    note: z.string().trim().max(LONGEST_NOTE, "text_too_long"),
  }),
  run: (input, { user, at }) => giveLead({ ...input, viewer: user, at }),
});

export const undoGiveLeadAction = defineAction({
  permission: "work_leads",
  schema: z.object({ leadId, changeId: z.int().positive() }),
  run: (input, { user, at }) => undoGiveLead({ ...input, userId: user.userId, at }),
});
