import { z } from "zod";

const LONGEST_TEXT = 1000;
const text = z.string().trim().min(1).max(LONGEST_TEXT);
const value = z.union([z.string().max(LONGEST_TEXT), z.number(), z.boolean(), z.array(z.string().max(LONGEST_TEXT))]);

/** One event as its sender writes it. The lead is named by its number, its e-mail address or its id at a source. */
export const incomingEventSchema = z.strictObject({
  lead: z.union([z.int().positive().transform(String), text]),
  type: z
    .string()
    .trim()
    .regex(/^[a-z][a-z0-9_]{0,59}$/),
  /** Now when absent. */
  time: z.iso.datetime({ offset: true }).optional(),
  /** Its own id at the sender: what makes sending it again change nothing. */
  id: text.nullable().default(null),
  asset: text.nullable().default(null),
  properties: z.record(z.string().min(1).max(100), value).nullable().default(null),
});
