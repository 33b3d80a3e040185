import { type Proportion, proportion } from "#lib/evaluation/proportion.ts";
import { type Spread, spreadOf } from "#lib/evaluation/quantile.ts";
import { startOfDay } from "#lib/time/local-day.ts";
import { dealsOf, type Revenue } from "./deals.ts";
import { stepRates } from "./funnel.ts";
import { type Clock, lastDayOver, type Step } from "./journey.ts";
import { isMadeIn } from "./journey-table.ts";
import { tableOf } from "./journeys.ts";
import type { Selection } from "./select-journeys.ts";

export const TARGETS = ["conversion", "cycle", "revenue", "calls"] as const;
export type Target = (typeof TARGETS)[number];

/** By how many per cent each is to change from what it was before the start. */
export type Targets = { readonly startDay: number; readonly percent: Readonly<Record<Target, number>> };

/** What lead scoring is said to bring where it works; fewer calls for a deal is our own guess, of the size of the others. */
export const USUAL_TARGETS: Readonly<Record<Target, number>> = { conversion: 25, cycle: -20, revenue: 30, calls: -20 };

/** Days that a figure is taken over. */
export const SPAN_DAYS = 90;

/** The figures of a span of days. */
export type SpanFigures = {
  /** MQL to SQL within the window, of the hand-overs of the span. */
  readonly conversion: Proportion;
  /** Days from hand-over to customer, of those won in the span. */
  readonly cycle: Spread | null;
  /** Of the leads that came in the span, what they brought in within the window, in the usual currency. */
  readonly revenue: Revenue | null;
  /** Of the same leads. */
  readonly callsPerDeal: number | null;
  /** Of the same leads. */
  readonly rates: Readonly<Record<Step, Proportion>>;
  /** Minutes that half of those waited who were handed over in the span and touched. */
  readonly firstTouchMinutes: number | null;
};

/** Epoch days, both included; none when the last lies before the first. */
type Span = { readonly from: number; readonly until: number };

export type SpansOfTargets = {
  /** Of what it takes a window to know: hand-overs, and leads that came. */
  readonly slow: Span;
  /** Of what is known at once. */
  readonly quick: Span;
};

/** The days before the start, and the newest ones since of which all is known. */
export function spansOf(startDay: number, clock: Clock): { start: SpansOfTargets; today: SpansOfTargets } {
  const before = { from: startDay - SPAN_DAYS, until: startDay - 1 };
  const newest = (last: number) => ({ from: Math.max(startDay, last - SPAN_DAYS + 1), until: last });
  return {
    start: { slow: before, quick: before },
    today: { slow: newest(lastDayOver(clock)), quick: newest(clock.today) },
  };
}

type Query = {
  readonly spans: SpansOfTargets;
  readonly clock: Clock;
  readonly currency: string;
};

/** What becomes of leads, which the attempts to speak to them change nothing of. */
export type SpanCourse = Pick<SpanFigures, "conversion" | "cycle" | "rates">;
export type SpanWork = Omit<SpanFigures, keyof SpanCourse>;

/** What the figures with a target are over a span, of leads whenever they came. */
export function figuresOfSpan(ever: Selection, query: Query): SpanFigures {
  return { ...courseOfSpan(ever, query), ...workOfSpan(ever, query) };
}

export function courseOfSpan(ever: Selection, { spans: { slow, quick }, clock }: Omit<Query, "currency">): SpanCourse {
  const conversion = { made: 0, of: 0 };
  const days: number[] = [];
  const quickly = instantsOf(quick, clock);
  const slowly = instantsOf({ ...slow, until: Math.min(slow.until, lastDayOver(clock)) }, clock);
  const { size, steps, wonAt } = tableOf(ever.journeys);
  for (let row = 0; row < size; row++) {
    const from = steps.accepted.from[row] ?? Number.NaN;
    const won = wonAt[row] ?? Number.NaN;
    if (isWithin(slowly, from)) {
      conversion.of++;
      if (isMadeIn(steps.accepted, row, clock) && isMadeIn(steps.qualified, row, clock)) conversion.made++;
    }
    if (isWithin(quickly, won) && !Number.isNaN(from)) days.push((won - from) / DAY_MS);
  }
  const rates = stepRates({ ...cameWithin(ever, slow), clock });
  return { conversion: proportion(conversion), cycle: spreadOf(days), rates };
}

export function workOfSpan(ever: Selection, { spans: { slow, quick }, clock, currency }: Query): SpanWork {
  const waits: number[] = [];
  const quickly = instantsOf(quick, clock);
  const { size, handedOverAt, minutes } = tableOf(ever.journeys);
  for (let row = 0; row < size; row++) {
    const waited = minutes[row] ?? Number.NaN;
    if (!Number.isNaN(waited) && isWithin(quickly, handedOverAt[row] ?? Number.NaN)) waits.push(waited);
  }
  const { revenue, callsPerDeal } = dealsOf({ ...ever, clock }, slow);
  return {
    revenue: revenue.find((each) => each.currency === currency) ?? null,
    callsPerDeal,
    firstTouchMinutes: spreadOf(waits)?.median ?? null,
  };
}

const DAY_MS = 86_400_000;

/** Those that came on one of the days: a second choice among all leads would take longer than to look at the day of each. */
function cameWithin({ arrivals, journeys }: Selection, span: Span): Selection {
  const { from, until } = span;
  const isIn = (day: number) => day >= from && day <= until;
  return {
    arrivals: arrivals.filter(({ day }) => isIn(day)),
    journeys: {
      forEach: (visit) => {
        journeys.forEach((journey) => {
          if (isIn(journey.createdDay)) visit(journey);
        });
      },
      table: () => tableOf(journeys).within(span),
    },
  };
}

/** Epoch milliseconds, the end not included. */
type InstantSpan = { readonly first: number; readonly end: number };

function instantsOf({ from, until }: Span, { timeZone }: Clock): InstantSpan {
  return { first: startOfDay(from, timeZone), end: startOfDay(until + 1, timeZone) };
}

/** Whether an instant falls on one of the days: two comparisons each, as all journeys are asked. */
function isWithin({ first, end }: InstantSpan, at: number): boolean {
  return at >= first && at < end;
}

/** null: not known. */
export type Progress = {
  readonly start: number | null;
  readonly today: number | null;
  readonly target: number | null;
  /** Whether today is as good as the target, or better; null while either is not known. */
  readonly isReached: boolean | null;
};

/** How far a figure is on its way from what it was to its target; a target below the start is reached from above. */
export function progressOf({
  start,
  today,
  percent,
}: Pick<Progress, "start" | "today"> & { readonly percent: number }): Progress {
  const target = start === null ? null : start * (1 + percent / 100);
  const isReached = target === null || today === null ? null : percent < 0 ? today <= target : today >= target;
  return { start, today, target, isReached };
}

/** The number that a target is about. */
export function numberOf(figures: SpanFigures, target: Target): number | null {
  switch (target) {
    case "conversion":
      return figures.conversion.rate;
    case "cycle":
      return figures.cycle?.median ?? null;
    case "revenue":
      return figures.revenue?.perLeadMinor ?? null;
    case "calls":
      return figures.callsPerDeal;
  }
}
