import { and, eq } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { lockLeads } from "#db/locks.ts";
import { findNewestOutcome } from "#db/queries/newest-outcome.ts";
import { findOpenCall } from "#db/queries/open-call.ts";
import { type ScoreThen, scoreThen } from "#db/queries/score-then.ts";
import { findSurvivor } from "#db/queries/survivor.ts";
import { visibleLeads } from "#db/queries/visible-leads.ts";
import { whyGone } from "#db/queries/why-gone.ts";
import { leads, stageChanges, touches } from "#db/schema/index.ts";
import { isGranted } from "#lib/access/permissions.ts";
import type { Viewer } from "#lib/access/roles.ts";
import { type Stage, VERDICTS } from "#lib/lifecycle/constants.ts";
import type { LeadState } from "#lib/lifecycle/lead-state.ts";
import { isReturnDay } from "#lib/lifecycle/nurture.ts";
import { minuteOf, type Outcome, reasonOf, untilOf } from "#lib/lifecycle/outcome.ts";
import { touchKindOf, whyImpossible } from "#lib/lifecycle/reach.ts";
import { isSnoozeTime } from "#lib/lifecycle/snooze.ts";
import { isOpen, moveOf } from "#lib/lifecycle/stage-rules.ts";
import { stepsOf, whoMayMove } from "#lib/lifecycle/transitions.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { newsOfStage } from "#lib/webhooks/lead-news.ts";
import { assignLead } from "./assign-lead.ts";
import { notify } from "./notify.ts";
import { scoreLeads } from "./score-leads.ts";
import { stopClock } from "./stop-clock.ts";
import { tellEndpoints } from "./tell-endpoints.ts";

export type RecordDisposition = {
  readonly leadId: number;
  readonly viewer: Viewer;
  readonly outcome: Outcome;
  readonly note: string;
  /** The newest outcome the person saw; null for none. A newer one is a conflict, so nothing is recorded twice. */
  readonly seenTouchId: number | null;
  readonly at: Date;
  /** Epoch day of `at`. */
  readonly day: number;
  /** Minute of that day; without it nobody can be put off to later the same day. */
  readonly minute?: number;
};

const LAST_MINUTE = 1439;

/**
 * Records the outcome of working a lead: the touch, the stage it leads to and the score as it stood,
 * in one transaction. The call that the person had dialled is the touch. An unassigned lead becomes the person's own. Gives the touch's id.
 */
export async function recordDisposition(
  input: RecordDisposition,
  executor: Executor = db,
): Promise<Result<{ touchId: number }>> {
  const { outcome, day, minute = LAST_MINUTE } = input;
  const until = { day: untilOf(outcome) ?? day, minute: minuteOf(outcome) };
  if (outcome.disposition === "snoozed" && !isSnoozeTime(until, { day, minute }))
    return refuse("invalid_input", { reason: "snooze_day" });
  if (outcome.disposition === "recycled" && !isReturnDay(outcome.until, day))
    return refuse("invalid_input", { reason: "return_day" });
  return executor.transaction(async (transaction) => {
    const { leadId, mergedAt } = await findSurvivor(input.leadId, transaction);
    return record({ ...input, leadId }, mergedAt, transaction);
  });
}

/** `mergedAt`: when the lead of the person's list went into this one; null: it did not. */
async function record(
  input: RecordDisposition,
  mergedAt: Date | null,
  transaction: Executor,
): Promise<Result<{ touchId: number }>> {
  const { leadId, outcome, seenTouchId, at } = input;
  await lockLeads([leadId], transaction);
  const lead = await findLead(input, transaction);
  if (!lead) return refuse("not_found", { reason: await whyGone(input, transaction) });
  const newest = await findNewestOutcome({ leadId }, transaction);
  // What was known of the other record the person cannot have seen.
  const isSeen =
    mergedAt === null
      ? (newest?.id ?? null) === seenTouchId
      : newest === null || newest.id === seenTouchId || newest.at <= mergedAt;
  if (!isSeen) return refuse("conflict", { reason: "lead_worked" });
  if (!isOpen(lead.stage)) return refuse("conflict", { reason: "lead_closed" });
  const reason = whyImpossible(outcome.disposition, lead);
  if (reason !== null) return refuse("conflict", { reason });
  const refusal = refusalOf(input, lead.stage);
  if (refusal) return refusal;

  const then = await scoreThen({ leadId }, transaction);
  const touchId = await storeTouch(input, { lead, then }, transaction);
  const kind = touchKindOf(outcome, lead);
  await stopClock({ leadId, touchId, kind, at }, transaction);
  if (lead.ownerId === null) await claim(input, touchId, transaction);
  const isMoved = await moveLead({ ...input, touchId }, { lead, then }, transaction);
  if (isMoved) {
    const change = { leadIds: [leadId], at, cause: "disposition", actorId: input.viewer.userId } as const;
    await scoreLeads(change, transaction);
  }
  await notify({ leads: [leadId] }, transaction);
  return ok({ touchId });
}

type Found = NonNullable<Awaited<ReturnType<typeof findLead>>>;
type Stood = { readonly lead: Found; readonly then: ScoreThen };

async function findLead({ leadId, viewer }: RecordDisposition, executor: Executor) {
  const [lead] = await executor
    .select({
      stage: leads.stage,
      stageEnteredAt: leads.stageEnteredAt,
      returnsOn: leads.returnsOn,
      ownerId: leads.ownerId,
      mayCall: leads.mayCall,
      mayEmail: leads.mayEmail,
    })
    .from(leads)
    .where(and(eq(leads.id, leadId), visibleLeads(viewer)));
  return lead ?? null;
}

/** A verdict that the stage does not know, or a change that is not for this person to make. */
function refusalOf({ viewer, outcome, day }: RecordDisposition, stage: Stage) {
  const isVerdict = VERDICTS.some((verdict) => verdict === outcome.disposition);
  const move = moveOf({ stage, outcome, day });
  if (isVerdict && !move) return refuse("conflict", { reason: "verdict_impossible" });
  const by = move && whoMayMove({ from: stage, to: move.to, cause: "disposition" });
  return by && (by === "system" || !isGranted(viewer, by)) ? refuse("forbidden") : null;
}

async function storeTouch(input: RecordDisposition, { lead, then }: Stood, executor: Executor): Promise<number> {
  const { leadId, viewer, outcome, note, at } = input;
  const { stage, stageEnteredAt, returnsOn, ownerId } = lead;
  const before: LeadState = { stage, stageEnteredAt: stageEnteredAt.toISOString(), returnsOn, ownerId };
  const made = {
    at,
    kind: touchKindOf(outcome, lead),
    disposition: outcome.disposition,
    reason: reasonOf(outcome),
    note,
    snoozedUntil: untilOf(outcome),
    snoozedMinute: minuteOf(outcome),
    actorId: viewer.userId,
    before,
    ...then,
  };
  const call = made.kind === "call" ? await findOpenCall({ leadId, userId: viewer.userId, at }, executor) : null;
  const [touch] =
    call === null
      ? await executor
          .insert(touches)
          .values({ leadId, ...made })
          .returning({ id: touches.id })
      : await executor
          .update(touches)
          .set(made)
          .where(and(eq(touches.leadId, leadId), eq(touches.id, call)))
          .returning({ id: touches.id });
  if (!touch) throw new Error("The touch was not stored.");
  return touch.id;
}

async function claim({ leadId, viewer, at }: RecordDisposition, touchId: number, executor: Executor): Promise<void> {
  const { userId } = viewer;
  await assignLead({ leadId, toUserId: userId, cause: "claimed", actorId: userId, at, touchId }, executor);
}

/** The stage after the outcome; whether it changed. */
async function moveLead(
  { leadId, touchId, viewer, outcome, at, day }: RecordDisposition & { readonly touchId: number },
  { lead, then }: Stood,
  executor: Executor,
): Promise<boolean> {
  const move = moveOf({ stage: lead.stage, outcome, day });
  const stage = move && { stage: move.to, stageEnteredAt: at, returnsOn: move.returnsOn };
  await executor
    .update(leads)
    .set({ updatedAt: at, ...stage })
    .where(eq(leads.id, leadId));
  if (!move) return false;
  const change = {
    leadId,
    at,
    cause: "disposition",
    reason: reasonOf(outcome),
    actorId: viewer.userId,
    touchId,
  } as const;
  const steps = stepsOf({ from: lead.stage, to: move.to });
  const rows = steps.map((toStage, place) => ({
    ...change,
    fromStage: steps[place - 1] ?? lead.stage,
    toStage,
    ...then,
  }));
  await executor.insert(stageChanges).values(rows);
  const verdict = { disposition: outcome.disposition, reason: reasonOf(outcome), returnsOn: move.returnsOn };
  await tellEndpoints(
    rows.flatMap((row) => newsOfStage({ ...row, score: then, verdict })),
    executor,
  );
  return true;
}
