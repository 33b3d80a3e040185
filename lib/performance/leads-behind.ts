import { localDay } from "#lib/time/local-day.ts";
import { localHour } from "#lib/time/local-hour.ts";
import { weekdayOf } from "#lib/working-time/working-time.ts";
import { happenedIn, isIn, isInFunnel, OF_FUNNEL, type Period } from "./behind-funnel.ts";
import { wasInTime } from "./clock-figures.ts";
import { lastOfWindow } from "./deals.ts";
import type { FunnelKind } from "./figures.ts";
import { isSettledWait, spanOf, waitMinutes } from "./first-touch.ts";
import { type Clock, isDayOver, isMade, isOver, type Journey } from "./journey.ts";
import type { Selection } from "./select-journeys.ts";
import { followed, TRENDS, trendMonthOf } from "./trend.ts";

/** Figures of leads on which something happened. */
const ON_WAY = [
  ...OF_FUNNEL,
  ...TRENDS,
  "customer",
  "won_of_opportunities",
  "first_touch",
  "untouched",
  "waited",
  "in_time",
  "late",
  "cycle",
  "converted_in",
  "won_in",
  "paid",
  "bought",
] as const;

/** Figures of all leads that came; `costed`: in months for which costs were entered. */
const ARRIVED = ["came", "costed"] as const;

/** Figures that leads stand behind. */
export const BEHIND = [...ON_WAY, ...ARRIVED] as const;
export type Behind = (typeof BEHIND)[number];

export type BehindQuery = {
  readonly of: Behind;
  readonly funnel: FunnelKind;
  /** Only those whose window is over, as the key figures count them. */
  readonly isSettled: boolean;
  /** Of the funnel and the trends, `2026-03`; null here and below: all. */
  readonly month: string | null;
  /** Who made the first attempt. */
  readonly repId: number | null;
  /** When leads were handed over, or clocks began: 0 is Monday, the hour of the day, the epoch day of a Monday. */
  readonly weekday: number | null;
  readonly hour: number | null;
  readonly week: number | null;
  /** How long leads waited for their first touch: the place of the span. */
  readonly span: number | null;
  /** Of their deals. */
  readonly currency: string | null;
};

export function isOfArrivals(of: Behind): of is (typeof ARRIVED)[number] {
  return ARRIVED.some((each) => each === of);
}

/** Figures of a span of days in which it happened, whenever the leads came. */
const OF_SPANS: readonly Behind[] = ["converted_in", "won_in"];

/** Whether the figure counts what happened in the period, whenever the leads came. */
export function isOfEvents({ of, funnel, isSettled }: Pick<BehindQuery, "of" | "funnel" | "isSettled">): boolean {
  return OF_SPANS.includes(of) || (funnel === "event" && !isSettled && OF_FUNNEL.some((each) => each === of));
}

/** The leads that a figure counts, each once, the newest first: exactly as many as the figure says, save that a lead may have two journeys. */
export function leadsBehind({ journeys }: Selection, query: BehindQuery, clock: Clock & Period): number[] {
  const found: number[] = [];
  journeys.forEach((journey) => {
    if (isBehind(journey, query, clock)) found.push(journey.leadId);
  });
  return newestFirst(found);
}

export function newestFirst(leadIds: readonly number[]): number[] {
  return [...new Set(leadIds)].sort((one, other) => other - one);
}

function isBehind(journey: Journey, query: BehindQuery, clock: Clock & Period): boolean {
  const { of } = query;
  switch (of) {
    case "came":
    case "costed":
      return false;
    case "mql_to_sql":
    case "sql_to_customer": {
      const month = trendMonthOf(of, journey, clock);
      return month !== null && isIn(query.month, month) && followed(of, journey, clock) === "made";
    }
    case "customer":
      return journey.customerAt !== null && isDayOver(journey.createdDay, clock);
    case "won_of_opportunities":
      return journey.opportunityAt !== null && isOver(journey.opportunityAt, clock) && isMade(journey, "won", clock);
    case "first_touch":
      return isTouchedSo(journey, query, clock);
    case "untouched":
      return journey.handedOverAt !== null && journey.firstTouchAt === null;
    case "waited":
      return isSettledWait(journey, clock) && isTouchedSo(journey, query, clock) && becameSql(journey, clock);
    case "in_time":
    case "late":
      return journey.clocks.some(
        (each) => wasInTime(each, clock.now) === (of === "in_time") && isThen(each.startedAt, query, clock),
      );
    case "cycle":
      return journey.handedOverAt !== null && journey.wonAt !== null;
    case "won_in":
      return journey.handedOverAt !== null && happenedIn(journey.wonAt, { month: null, clock });
    case "converted_in":
      return (
        happenedIn(journey.handedOverAt, { month: null, clock }) &&
        isHandOverSettled(journey, clock) &&
        becameSql(journey, clock)
      );
    case "bought":
      return (
        isDayOver(journey.createdDay, clock) &&
        journey.customerAt !== null &&
        journey.customerAt <= lastOfWindow(journey, clock)
      );
    case "paid":
      return (
        isDayOver(journey.createdDay, clock) &&
        journey.deals.some(
          ({ at, value }) =>
            at <= lastOfWindow(journey, clock) && value !== null && isIn(query.currency, value.currency),
        )
      );
    default:
      return isInFunnel(journey, { ...query, of, isOfEvents: isOfEvents(query) }, clock);
  }
}

/** As `figuresOfSpan`: the window of all hand-overs of that day is over. */
function isHandOverSettled({ handedOverAt }: Journey, clock: Clock): boolean {
  return handedOverAt !== null && isDayOver(localDay(handedOverAt, clock.timeZone), clock);
}

function becameSql(journey: Journey, clock: Clock): boolean {
  return followed("mql_to_sql", journey, clock) === "made";
}

function isTouchedSo(journey: Journey, query: BehindQuery, clock: Clock): boolean {
  const { handedOverAt, repId } = journey;
  const minutes = waitMinutes(journey);
  if (handedOverAt === null || minutes === null) return false;
  return isIn(query.repId, repId) && isIn(query.span, spanOf(minutes)) && isThen(handedOverAt, query, clock);
}

function isThen(at: number, { weekday, hour, week }: BehindQuery, { timeZone }: Clock): boolean {
  const day = localDay(at, timeZone);
  const ofWeek = weekdayOf(day);
  return isIn(weekday, ofWeek) && isIn(week, day - ofWeek) && isIn(hour, localHour(at, timeZone));
}
