import { z } from "zod";
import { MINUTES_A_DAY, type Week } from "./working-time.ts";

/** More pieces than a morning, an afternoon and an evening, with one to spare, are a mistake. */
const MOST_SPANS_A_DAY = 4;

const spanSchema = z
  .object({ from: z.int().min(0).max(MINUTES_A_DAY), to: z.int().min(0).max(MINUTES_A_DAY) })
  .refine(({ from, to }) => from < to, "span_order");

const daySchema = z
  .array(spanSchema)
  .max(MOST_SPANS_A_DAY, "too_many_spans")
  .refine((spans) => spans.every(({ from }, place) => from > (spans[place - 1]?.to ?? -1)), "spans_overlap");

/** A week of opening hours, as it is stored: Monday first, in order, with a pause between two spans of a day. */
export const weekSchema = z
  .array(daySchema)
  .length(7)
  .refine((week) => week.some((spans) => spans.length > 0), "never_open");

const OFFICE_DAY = [{ from: 8 * 60 + 30, to: 17 * 60 + 30 }];

/** What an organisation that has not said anything works: office hours, Monday to Friday. */
export const USUAL_WEEK: Week = [OFFICE_DAY, OFFICE_DAY, OFFICE_DAY, OFFICE_DAY, OFFICE_DAY, [], []];
