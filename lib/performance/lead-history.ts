import type { Stage } from "#lib/lifecycle/constants.ts";
import { localDay } from "#lib/time/local-day.ts";
import type { Deal, Journey, JourneyClock } from "./journey.ts";

/** A change of stage that was not undone. */
export type StageChange = {
  readonly at: number;
  /** null: the lead came with this stage. */
  readonly from: Stage | null;
  readonly to: Stage;
  readonly cell: string | null;
  readonly versionId: number | null;
};

/** A call that was logged, an e-mail or a meeting. */
export type Attempt = { readonly at: number; readonly isCall: boolean; readonly actorId: number | null };

/** What the figures know of a lead, changes and attempts in the order in which they were stored. */
export type LeadHistory = {
  readonly leadId: number;
  readonly createdAt: number;
  readonly source: string | null;
  readonly country: string | null;
  readonly ownerId: number | null;
  readonly stage: Stage;
  readonly changes: readonly StageChange[];
  readonly attempts: readonly Attempt[];
  /** Won. */
  readonly deals: readonly Deal[];
  /** Save those that went on for another of the same lead. */
  readonly clocks: readonly JourneyClock[];
};

/** How far a stage is; 0 for those before and beside the way. */
const RANKS: Readonly<Record<Stage, number>> = {
  lead: 0,
  marketing_qualified: 1,
  sales_accepted: 2,
  sales_qualified: 3,
  opportunity: 4,
  customer: 5,
  recycled: 0,
  disqualified: 0,
  lost: 0,
};
const DAY_MS = 86_400_000;
const CUSTOMER = RANKS.customer;
const LAST_HANDED_OVER = RANKS.sales_qualified;

/**
 * The journeys of a lead, oldest first: one from its first day, and one from each time it was opened
 * again after it was lost or disqualified. Nurture is a pause within a journey, not its end.
 */
export function journeysOf(history: LeadHistory, timeZone: string): Journey[] {
  const changes = history.changes.toSorted((one, other) => one.at - other.at);
  const attempts = history.attempts.toSorted((one, other) => one.at - other.at);
  const deals = history.deals.toSorted((one, other) => one.at - other.at || worth(one) - worth(other));
  const clocks = history.clocks.toSorted((one, other) => one.arrivedAt - other.arrivedAt);
  const reopened = changes.filter(isReopening).map(({ at }) => at);
  const starts = [Number.NEGATIVE_INFINITY, ...reopened];
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? Number.POSITIVE_INFINITY;
    const isWithin = ({ at }: { readonly at: number }) => at >= start && at < end;
    const createdAt = index === 0 ? history.createdAt : start;
    const own = { ...history, changes: changes.filter(isWithin), attempts: attempts.filter(isWithin) };
    const isClosed = end !== Number.POSITIVE_INFINITY || isClosedStage(history.stage);
    return {
      leadId: history.leadId,
      createdAt,
      createdDay: localDay(createdAt, timeZone),
      source: history.source || null,
      country: history.country || null,
      ownerId: history.ownerId,
      ...wayOf(own),
      lostAt: isClosed ? lostAtOf(own.changes) : null,
      isClosed,
      callDays: own.attempts.flatMap(({ at, isCall }) => (isCall ? [daysBegun(createdAt, at)] : [])),
      deals: deals.filter(isWithin),
      clocks: clocks.filter(({ arrivedAt }) => isWithin({ at: arrivedAt })),
    };
  });
}

/** Whether anything happened on a journey that figures know; of the others they know that they began. */
export function isOnWay({ handedOverAt, customerAt, lostAt, callDays, clocks }: Journey): boolean {
  return handedOverAt !== null || customerAt !== null || lostAt !== null || callDays.length > 0 || clocks.length > 0;
}

function daysBegun(from: number, to: number): number {
  return Math.max(0, Math.ceil((to - from) / DAY_MS));
}

function wayOf({ changes, attempts, ownerId }: Pick<LeadHistory, "changes" | "attempts" | "ownerId">) {
  const handedOver = changes.find(({ to }) => RANKS[to] > 0 && RANKS[to] <= LAST_HANDED_OVER) ?? null;
  const handedOverAt = handedOver?.at ?? null;
  const reached = (rank: number) =>
    handedOverAt === null ? null : (changes.find(({ at, to }) => at >= handedOverAt && RANKS[to] >= rank)?.at ?? null);
  const touch = handedOverAt === null ? undefined : attempts.find(({ at }) => at >= handedOverAt);
  return {
    handedOverAt,
    cell: handedOver?.cell ?? null,
    versionId: handedOver?.versionId ?? null,
    acceptedAt: reached(RANKS.sales_accepted),
    qualifiedAt: reached(RANKS.sales_qualified),
    opportunityAt: reached(RANKS.opportunity),
    wonAt: reached(CUSTOMER),
    customerAt: changes.find(({ to }) => RANKS[to] === CUSTOMER)?.at ?? null,
    firstTouchAt: touch?.at ?? null,
    repId: touch?.actorId ?? ownerId,
  };
}

function worth({ value }: Deal): number {
  return value?.minor ?? 0;
}

function lostAtOf(changes: readonly StageChange[]): number | null {
  const last = changes.at(-1);
  return last && isLostStage(last.to) ? last.at : null;
}

function isReopening({ from, to }: StageChange): boolean {
  return from !== null && isLostStage(from) && to === "lead";
}

function isLostStage(stage: Stage): boolean {
  return stage === "lost" || stage === "disqualified";
}

function isClosedStage(stage: Stage): boolean {
  return stage === "customer" || isLostStage(stage);
}
