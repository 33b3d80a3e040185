import { z } from "zod";
import { criterionSchema } from "#lib/scoring/definition.ts";
import { previewRequestSchema } from "./answer.ts";
import type { Caller } from "./call-pool.ts";

const MOST_CRITERIA = 300;

/** What an editor asks for that shows today's lists: who may call which lead, and the newest events that some criteria count. */
export const callsRequestSchema = z.strictObject({
  ...previewRequestSchema.pick({ modelId: true, reach: true }).shape,
  newest: z.array(z.array(criterionSchema).min(1).max(MOST_CRITERIA)).max(2),
});
export type CallsRequest = z.infer<typeof callsRequestSchema>;

/** What stands before the columns: those of `CALL_PARTS` under their names, newest events as `newestKey` says. */
export type CallsHead = {
  readonly baseId: number;
  readonly size: number;
  readonly callers: readonly Caller[];
  /** Whether more is being measured: ask again. */
  readonly isWaiting: boolean;
  /** Whether all leads are there: of a share there are no lists. */
  readonly isWhole: boolean;
};
