import { db, type Executor } from "#db/client.ts";
import { type Preparation, prepare } from "#lib/briefing/preparation.ts";
import { standingOf } from "#lib/call-list/touch.ts";
import type { LeadProfile } from "#lib/leads/profile.ts";
import type { GivenAnswer } from "#lib/qualification/qualification.ts";
import { startOfDay } from "#lib/time/local-day.ts";
import type { Generation } from "./current-generation.ts";
import { listAnswerHistory, readQualifications } from "./qualification.ts";
import { listRunningClocks } from "./running-clocks.ts";
import { readShownScores } from "./shown-scores.ts";
import { listTouches } from "./touches.ts";

type Query = {
  readonly profile: Pick<LeadProfile, "leadId" | "stage" | "phone" | "email" | "mayCall" | "mayEmail">;
  readonly generation: Generation | null;
  /** The organisation's day as an epoch day. */
  readonly day: number;
  readonly timeZone: string;
};

/** What one wants to know before working this lead, and all that it ever answered. */
export async function readPreparation(
  { profile, generation, day, timeZone }: Query,
  executor: Executor = db,
): Promise<{ readonly preparation: Preparation; readonly answers: readonly GivenAnswer[] }> {
  const { leadId, stage, phone, email, mayCall, mayEmail } = profile;
  const leadIds = [leadId];
  const [scores, touches, clocks, qualificationOf, answers] = await Promise.all([
    generation ? readShownScores({ leadIds, generation, sinceDay: day - 1 }, executor) : null,
    listTouches({ leadIds }, executor),
    listRunningClocks({ leadIds }, executor),
    readQualifications({ leadIds, generationId: generation?.id ?? null }, executor),
    listAnswerHistory({ leadId }, executor),
  ]);
  const shown = scores?.get(leadId);
  const ofLead = touches.get(leadId) ?? [];
  const { done, followUp } = standingOf(ofLead, { day, dayStart: startOfDay(day, timeZone) });
  const dueAt = clocks.get(leadId)?.dueAt ?? null;
  const preparation = prepare({
    day,
    timeZone,
    briefing: shown?.briefing ?? null,
    action: shown?.action ?? null,
    touches: ofLead,
    qualification: qualificationOf(leadId),
    stage,
    // A clock that runs on asks for another outcome.
    isDone: dueAt === null && done !== null,
    phone,
    email: mayEmail ? email : null,
    mayCall,
    followUp,
    dueAt,
  });
  return { preparation, answers };
}
