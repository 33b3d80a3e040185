import { z } from "zod";
import { toCentipoints } from "#lib/scoring/contribution.ts";
import { AXES } from "#lib/scoring/definition.ts";
import { parseEpochDay } from "#lib/time/local-day.ts";
import { MOST_POINTS } from "./adjustment-room.ts";

const LONGEST_REASON = 200;

const day = z.iso.date("date_missing").transform((text) => parseEpochDay(text) ?? 0);

/** A correction by hand as a person fills it in: points, and ISO dates with no end for null. */
export const newAdjustmentSchema = z
  .strictObject({
    axis: z.enum(AXES),
    points: z
      .number("points_out_of_range")
      .min(-MOST_POINTS, "points_out_of_range")
      .max(MOST_POINTS, "points_out_of_range")
      .refine((points) => toCentipoints(points) !== 0, "points_out_of_range"),
    reason: z.string().trim().min(1, "required").max(LONGEST_REASON, "text_too_long"),
    firstDay: day,
    lastDay: day.nullable(),
  })
  .refine(({ firstDay, lastDay }) => lastDay === null || lastDay >= firstDay, {
    path: ["lastDay"],
    error: "ends_before_start",
  })
  .transform(({ points, ...rest }) => ({ ...rest, centipoints: toCentipoints(points) }));

export type NewAdjustment = z.input<typeof newAdjustmentSchema>;
