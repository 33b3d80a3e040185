import { z } from "zod";
import type { Proportion } from "./proportion.ts";

/** A share as it is kept. */
export const proportionSchema = z.object({
  made: z.number(),
  of: z.number(),
  rate: z.number().nullable(),
  low: z.number(),
  high: z.number(),
}) satisfies z.ZodType<Proportion>;
