import { z } from "zod";
import { parseEpochDay } from "#lib/time/local-day.ts";

/** A figure can lose no more than all of it, and nobody multiplies one by more than ten. */
const LEAST = -90;
const MOST = 900;

const percent = z.coerce
  .number("target_out_of_range")
  .int("target_out_of_range")
  .min(LEAST, "target_out_of_range")
  .max(MOST, "target_out_of_range");

/** Targets as a form has them. */
export const targetsSchema = z.object({
  startDay: z.iso.date("date_missing").transform((text) => parseEpochDay(text) ?? 0),
  conversion: percent,
  cycle: percent,
  revenue: percent,
  calls: percent,
});
