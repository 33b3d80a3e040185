import type { Proportion } from "#lib/evaluation/proportion.ts";
import type { WorkingTime } from "#lib/working-time/working-time.ts";
import { type ClockFigures, clockFigures } from "./clock-figures.ts";
import { type Cycle, cycleOf, type Deals, dealsOf } from "./deals.ts";
import { type RepWaiting, rateByWait, type SlowRep, type SpanRate, type Waiting, waitsOf } from "./first-touch.ts";
import { buildFunnel, type Funnel, stepRates } from "./funnel.ts";
import type { Arrivals, Clock, Step } from "./journey.ts";
import { type JourneyFilter, whenever } from "./journey-filter.ts";
import { buildPeriodFunnel, type PeriodFunnel } from "./period-funnel.ts";
import type { Selection } from "./select-journeys.ts";
import { rateBySource, type SourceRates, winsBySource } from "./sources.ts";
import { buildTrend, type Trend, type TrendPoint } from "./trend.ts";
import { type WaitParts, waitPartsOf } from "./wait-parts.ts";

/** By the month in which leads came, or by that in which something happened to them. */
export const FUNNELS = ["entry", "event"] as const;
export type FunnelKind = (typeof FUNNELS)[number];

export type FiguresQuery = {
  readonly filter: JourneyFilter & { readonly from: number; readonly until: number };
  readonly clock: Clock;
  readonly funnel: FunnelKind;
  readonly workingTime: WorkingTime;
};

export type Figures = {
  /** Leads that came in the period. */
  readonly leads: number;
  readonly arrivals: readonly Arrivals[];
  readonly funnel: ({ readonly kind: "entry" } & Funnel) | ({ readonly kind: "event" } & PeriodFunnel);
  readonly rates: Readonly<Record<Step, Proportion>>;
  readonly trends: Readonly<Record<Trend, readonly TrendPoint[]>>;
  readonly waiting: Waiting | null;
  readonly waits: readonly SpanRate[];
  readonly waitParts: WaitParts;
  readonly reps: readonly RepWaiting[];
  readonly slowRep: SlowRep | null;
  /** Customers of leads, and of opportunities. */
  readonly sources: SourceRates;
  readonly wins: SourceRates;
  readonly cycle: Cycle;
  readonly deals: Deals;
  readonly clocks: ClockFigures;
};

/** What becomes of leads, which the attempts to speak to them and their clocks change nothing of. */
export type CourseFigures = Pick<
  Figures,
  "leads" | "arrivals" | "funnel" | "rates" | "trends" | "sources" | "wins" | "cycle"
>;

/** How leads are worked, and what that cost and brought in. */
export type WorkFigures = Omit<Figures, keyof CourseFigures>;

export type CourseQuery = Omit<FiguresQuery, "workingTime">;
export type WorkQuery = Omit<FiguresQuery, "funnel">;

type Select = (filter: JourneyFilter) => Selection;

/** All figures of the leads that came in a period; only the funnel may tell of the events of that period instead. */
export function figuresOf(select: Select, query: FiguresQuery): Figures {
  return { ...courseFigures(select, query), ...workFigures(select, query) };
}

export function courseFigures(select: Select, { filter, clock, funnel }: CourseQuery): CourseFigures {
  const selection = select(filter);
  const { journeys } = selection;
  const input = { ...selection, clock };
  return {
    leads: selection.arrivals.reduce((sum, { leads }) => sum + leads, 0),
    arrivals: selection.arrivals,
    funnel:
      funnel === "entry"
        ? { kind: "entry", ...buildFunnel(input) }
        : { kind: "event", ...buildPeriodFunnel(select(whenever(filter)), { ...filter, ...clock }) },
    rates: stepRates(input),
    trends: {
      mql_to_sql: buildTrend("mql_to_sql", journeys, clock),
      sql_to_customer: buildTrend("sql_to_customer", journeys, clock),
    },
    sources: rateBySource(input),
    wins: winsBySource(journeys, clock),
    cycle: cycleOf(journeys),
  };
}

export function workFigures(select: Select, query: WorkQuery): WorkFigures {
  const { filter, clock } = query;
  const selection = select(filter);
  const { journeys } = selection;
  const { all, reps, slow } = waitsOf(journeys);
  return {
    waiting: all,
    waits: rateByWait(journeys, clock),
    waitParts: waitPartsOf(journeys, clock.timeZone),
    reps,
    slowRep: slow,
    deals: dealsOf({ ...selection, clock }),
    clocks: clockFigures(journeys, query),
  };
}
