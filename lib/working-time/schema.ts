import { z } from "zod";
import { parseEpochDay } from "#lib/time/local-day.ts";
import { parseHours } from "./hours-text.ts";
import { weekSchema } from "./week.ts";
import type { Span } from "./working-time.ts";

/** Monday first, as the fields of a form are called. */
export const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

/** Longer than any holiday and most leaves: a slip of the year. */
const LONGEST_ABSENCE_DAYS = 400;

const hours = z.string().max(100, "hours_unreadable");

/** Opening hours as a form holds them: a text for each day. Messages name sentences under `refusals.reasons`. */
export const weekFormSchema = z
  .object({
    monday: hours,
    tuesday: hours,
    wednesday: hours,
    thursday: hours,
    friday: hours,
    saturday: hours,
    sunday: hours,
  })
  .transform((texts, context) => {
    const week = WEEKDAYS.map((day): Span[] => {
      const spans = parseHours(texts[day]);
      if (spans === null) context.addIssue({ code: "custom", message: "hours_unreadable", path: [day] });
      return spans ?? [];
    });
    for (const { path, message } of weekSchema.safeParse(week).error?.issues ?? []) {
      const day = WEEKDAYS[Number(path[0])];
      // A week of nothing is wrong as a whole: it is said at its first day.
      context.addIssue({ code: "custom", message, path: [day ?? WEEKDAYS[0]] });
    }
    return week;
  });

/** A date as a date field sends it, `2026-04-27`, as an epoch day. */
export const dayFieldSchema = z.string("required").transform((text, context) => {
  const day = parseEpochDay(text);
  if (day === null) context.addIssue({ code: "custom", message: text === "" ? "required" : "not_a_date" });
  return day ?? 0;
});

export const holidaySchema = z.object({
  day: dayFieldSchema,
  name: z.string("required").trim().min(1, "required").max(60, "text_too_long"),
});

export const absenceSchema = z
  .object({ userId: z.coerce.number().int().positive(), firstDay: dayFieldSchema, lastDay: dayFieldSchema })
  .refine(({ firstDay, lastDay }) => firstDay <= lastDay, { error: "ends_before_it_begins", path: ["lastDay"] })
  .refine(({ firstDay, lastDay }) => lastDay - firstDay < LONGEST_ABSENCE_DAYS, {
    error: "too_long_away",
    path: ["lastDay"],
  });

export const daysOffSchema = z.array(z.int().min(0).max(6)).max(7);
