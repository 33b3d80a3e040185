"use server";

import { z } from "zod";
import { defineAction, defineFormAction } from "#app/_server/action.ts";
import { addAbsence } from "#db/mutations/add-absence.ts";
import { addHoliday } from "#db/mutations/add-holiday.ts";
import { removeAbsence } from "#db/mutations/remove-absence.ts";
import { removeHoliday } from "#db/mutations/remove-holiday.ts";
import { setDaysOff } from "#db/mutations/set-days-off.ts";
import { setWorkingWeek } from "#db/mutations/set-working-week.ts";
import { ok } from "#lib/result.ts";
import { absenceSchema, daysOffSchema, holidaySchema, WEEKDAYS, weekFormSchema } from "#lib/working-time/schema.ts";

const revalidate = ["/settings/hours"];

export const setWorkingWeekAction = defineFormAction({
  permission: "manage_settings",
  schema: weekFormSchema,
  keeps: WEEKDAYS,
  revalidate,
  run: async (week, { user, at }) => {
    await setWorkingWeek({ week, actorId: user.userId, at });
    return ok(null);
  },
});

export const addHolidayAction = defineFormAction({
  permission: "manage_settings",
  schema: holidaySchema,
  keeps: ["day", "name"],
  revalidate,
  run: async (holiday, { user, at }) => {
    await addHoliday({ ...holiday, actorId: user.userId, at });
    return ok(null);
  },
});

export const removeHolidayAction = defineAction({
  permission: "manage_settings",
  schema: z.object({ day: z.int() }),
  revalidate,
  run: async ({ day }, { user, at }) => {
    await removeHoliday({ day, actorId: user.userId, at });
    return ok(null);
  },
});

/** One's own; of others, who leads the team. */
export const addAbsenceAction = defineFormAction({
  permission: "work_leads",
  schema: absenceSchema,
  keeps: ["userId", "firstDay", "lastDay"],
  revalidate,
  run: async (absence, { user, at }) => {
    const added = await addAbsence({ ...absence, actor: user, at });
    return added.ok ? ok(null) : added;
  },
});

export const removeAbsenceAction = defineAction({
  permission: "work_leads",
  schema: z.object({ absenceId: z.int().positive() }),
  revalidate,
  run: (absence, { user, at }) => removeAbsence({ ...absence, actor: user, at }),
});

export const setDaysOffAction = defineAction({
  permission: "work_leads",
  schema: z.object({ userId: z.int().positive(), daysOff: daysOffSchema }),
  revalidate,
  run: (input, { user, at }) => setDaysOff({ ...input, actor: user, at }),
});
