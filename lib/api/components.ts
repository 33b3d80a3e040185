import { z } from "zod";
import { account, accountBody } from "./shapes/account.ts";
import { event, eventsBody, recordedEvents } from "./shapes/event.ts";
import { lead, leadBody } from "./shapes/lead.ts";
import { outcome, outcomeBody } from "./shapes/outcome.ts";
import { breakdown, score } from "./shapes/score.ts";
import { stageBody, stageChange } from "./shapes/stage.ts";

/** What went wrong, as RFC 9457 says it. */
export const problemShape = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
});

/** The shapes that have a name of their own in the document. */
export const COMPONENTS = {
  Lead: lead,
  LeadBody: leadBody,
  Account: account,
  AccountBody: accountBody,
  Event: event,
  EventsBody: eventsBody,
  RecordedEvents: recordedEvents,
  Score: score,
  Breakdown: breakdown,
  StageChange: stageChange,
  StageBody: stageBody,
  Outcome: outcome,
  OutcomeBody: outcomeBody,
  Problem: problemShape,
} as const satisfies Readonly<Record<string, z.ZodType>>;

/** Of what is sent the schema says what may be left out; of what is answered what is always there. */
export const SENT: readonly string[] = ["LeadBody", "AccountBody", "EventsBody", "StageBody", "OutcomeBody"];
