import { z } from "zod";
import { STAGES } from "./constants.ts";

/** What a disposition may change of a lead, kept with the touch so that undo puts it back exactly. */
export const leadStateSchema = z.strictObject({
  stage: z.enum(STAGES),
  stageEnteredAt: z.iso.datetime(),
  /** Epoch day. */
  returnsOn: z.int().nullable(),
  ownerId: z.int().nullable(),
});
export type LeadState = z.infer<typeof leadStateSchema>;
