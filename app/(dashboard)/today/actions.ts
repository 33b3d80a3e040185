"use server";

import { z } from "zod";
import { defineAction } from "#app/_server/action.ts";
import { findOrganisationZone } from "#app/_server/organisation-zone.ts";
import { answerQuestion } from "#db/mutations/answer-question.ts";
import { recordCall } from "#db/mutations/record-call.ts";
import { recordDisposition } from "#db/mutations/record-disposition.ts";
import { recordNote } from "#db/mutations/record-note.ts";
import { undoNote } from "#db/mutations/undo-note.ts";
import { undoTouch } from "#db/mutations/undo-touch.ts";
import { LONGEST_NOTE, outcomeSchema } from "#lib/lifecycle/outcome.ts";
import { ANSWERS } from "#lib/qualification/frameworks.ts";
import { wallTimeOf } from "#lib/time/wall-time.ts";
import { startDay } from "./open-today.ts";

const leadId = z.int().positive();
const touchId = z.int().positive();

/** Gives the id of the touch, for undo. */
export const recordDispositionAction = defineAction({
  permission: "work_leads",
  schema: z.object({
    leadId,
    outcome: outcomeSchema,
    note: z.string().trim().max(LONGEST_NOTE, "text_too_long"),
    seenTouchId: touchId.nullable(),
  }),
  run: async (input, { user, at }) => {
    const { day, msOfDay } = wallTimeOf(at.getTime(), await findOrganisationZone());
    return recordDisposition({ ...input, viewer: user, at, day, minute: Math.floor(msOfDay / 60_000) });
  },
});

export const undoTouchAction = defineAction({
  permission: "work_leads",
  schema: z.object({ leadId, touchId }),
  run: (input, { user, at }) => undoTouch({ ...input, userId: user.userId, at }),
});

/** Keeps a note without an outcome; gives its id, for undo. */
export const recordNoteAction = defineAction({
  permission: "work_leads",
  schema: z.object({
    leadId,
    note: z.string().trim().min(1, "required").max(LONGEST_NOTE, "text_too_long"),
    noteId: z.string().regex(/^[0-9a-f]{32}$/),
  }),
  run: (input, { user, at }) => recordNote({ ...input, viewer: user, at }),
});

/** Writes down that the number was dialled; gives the id of the touch, for undo. */
export const recordCallAction = defineAction({
  permission: "work_leads",
  schema: z.object({ leadId }),
  run: (input, { user, at }) => recordCall({ ...input, viewer: user, at }),
});

export const undoNoteAction = defineAction({
  permission: "work_leads",
  schema: z.object({ leadId, touchId }),
  run: (input, { user, at }) => undoNote({ ...input, userId: user.userId, at }),
});

/** Gives the id of the answer that holds now. */
export const answerQuestionAction = defineAction({
  permission: "work_leads",
  schema: z.object({
    leadId,
    item: z.string().max(60),
    answer: z.enum(ANSWERS),
    note: z.string().trim().max(LONGEST_NOTE, "text_too_long"),
    seenAnswerId: z.int().positive().nullable(),
  }),
  run: (input, { user, at }) => answerQuestion({ ...input, viewer: user, at }),
});

/** A list for who works on a day off. */
export const startDayAction = defineAction({
  permission: "work_leads",
  schema: z.strictObject({}),
  run: (_, { user, at }) => startDay(user, at),
});
