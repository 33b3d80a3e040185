import { clockFigures } from "../clock-figures.ts";
import type { FiguresQuery } from "../figures.ts";
import { waitsOf } from "../first-touch.ts";
import { ANY_JOURNEY, type JourneyFilter } from "../journey-filter.ts";
import { buildPeriodFunnel } from "../period-funnel.ts";
import type { Selection } from "../select-journeys.ts";
import { figuresOfSpan, numberOf, progressOf, spansOf, TARGETS, type Targets } from "../targets.ts";
import { MONTH_FIGURES, type MonthFigure, type MonthFigureName } from "./month-report.ts";

/** Epoch days, both included. */
export type MonthSpan = { readonly from: number; readonly until: number };

type Query = Pick<FiguresQuery, "clock" | "workingTime"> & {
  readonly month: MonthSpan;
  readonly monthBefore: MonthSpan;
  readonly currency: string;
  /** null: nobody has set any. */
  readonly targets: Targets | null;
};

type Select = (filter: JourneyFilter) => Selection;

/** The figures of a month beside those of the month before, by the rules of the page. */
export function monthFigures(select: Select, { month, monthBefore, targets, ...query }: Query): MonthFigure[] {
  const ever = select(ANY_JOURNEY);
  const numbers = (span: MonthSpan) =>
    numbersOf(ever, select({ ...ANY_JOURNEY, ...span }), { ...query, span, targets });
  const [now, before] = [numbers(month), numbers(monthBefore)];
  const start = targets && startOf(ever, { ...query, targets });
  return MONTH_FIGURES.map((name) => ({
    name,
    now: now[name],
    before: before[name],
    target: start?.[name] ?? null,
  }));
}

type Numbers = Readonly<Record<MonthFigureName, number | null>>;

function numbersOf(
  ever: Selection,
  { journeys }: Selection,
  { span, clock, workingTime, currency, targets }: Omit<Query, "month" | "monthBefore"> & { readonly span: MonthSpan },
): Numbers {
  const { total } = buildPeriodFunnel(ever, { ...span, timeZone: clock.timeZone });
  const { inTime } = clockFigures(journeys, { clock, workingTime });
  const spans = spansOf(targets?.startDay ?? 0, { ...clock, today: span.until }).today;
  const aimed = figuresOfSpan(ever, { spans, clock, currency });
  return {
    leads: total.leads,
    handed_over: total.steps.handed_over,
    qualified: total.steps.qualified,
    won: total.steps.won + total.missed,
    first_touch: waitsOf(journeys).all?.median ?? null,
    in_time: inTime.rate,
    conversion: numberOf(aimed, "conversion"),
    cycle: numberOf(aimed, "cycle"),
    revenue: numberOf(aimed, "revenue"),
    calls: numberOf(aimed, "calls"),
  };
}

/** What the targets come to. */
function startOf(
  ever: Selection,
  { targets, clock, currency }: Pick<Query, "clock" | "currency"> & { readonly targets: Targets },
): Partial<Numbers> {
  const figures = figuresOfSpan(ever, { spans: spansOf(targets.startDay, clock).start, clock, currency });
  const aims = TARGETS.map((target) => {
    const start = numberOf(figures, target);
    return [target, progressOf({ start, today: null, percent: targets.percent[target] }).target] as const;
  });
  return Object.fromEntries(aims);
}
