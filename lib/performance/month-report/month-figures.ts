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
  const [now, before] = [month, monthBefore].map((span) => numbersOf(select, { ...query, span, targets }));
  const start = targets && startOf(select, { ...query, targets });
  return MONTH_FIGURES.map((name) => ({
    name,
    now: now?.[name] ?? null,
    before: before?.[name] ?? null,
    target: start?.[name] ?? null,
  }));
}

type Numbers = Readonly<Record<MonthFigureName, number | null>>;

function numbersOf(
  select: Select,
  { span, clock, workingTime, currency, targets }: Omit<Query, "month" | "monthBefore"> & { readonly span: MonthSpan },
): Numbers {
  const { total } = buildPeriodFunnel(select(ANY_JOURNEY), { ...span, timeZone: clock.timeZone });
  const { journeys } = select({ ...ANY_JOURNEY, ...span });
  const { inTime } = clockFigures(journeys, { clock, workingTime });
  const spans = spansOf(targets?.startDay ?? 0, { ...clock, today: span.until }).today;
  const aimed = figuresOfSpan(select, { spans, clock, currency });
  return {
    leads: total.leads,
    handed_over: total.steps.handed_over,
    qualified: total.steps.qualified,
    won: total.steps.won,
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
  select: Select,
  { targets, clock, currency }: Pick<Query, "clock" | "currency"> & { readonly targets: Targets },
): Partial<Numbers> {
  const figures = figuresOfSpan(select, { spans: spansOf(targets.startDay, clock).start, clock, currency });
  const aims = TARGETS.map((target) => {
    const start = numberOf(figures, target);
    return [target, progressOf({ start, today: null, percent: targets.percent[target] }).target] as const;
  });
  return Object.fromEntries(aims);
}
