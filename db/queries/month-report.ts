import { type Store, store } from "#db/client.ts";
import { loadJourneys } from "#db/journeys/load-journeys.ts";
import { MEASURES, measured } from "#lib/data-quality/figures.ts";
import type { QualityDay } from "#lib/data-quality/report.ts";
import { advise } from "#lib/performance/advice/advise.ts";
import { figuresOf } from "#lib/performance/figures.ts";
import type { Clock } from "#lib/performance/journey.ts";
import { ANY_JOURNEY } from "#lib/performance/journey-filter.ts";
import { monthOfDay, startOfMonth } from "#lib/performance/month.ts";
import { type MonthSpan, monthFigures } from "#lib/performance/month-report/month-figures.ts";
import { monthFindings } from "#lib/performance/month-report/month-findings.ts";
import type { MonthReport } from "#lib/performance/month-report/month-report.ts";
import { localDay } from "#lib/time/local-day.ts";
import { findCurrentGeneration } from "./current-generation.ts";
import { findOrganisation } from "./organisation.ts";
import { findFirstArrival } from "./performance.ts";
import { findQuality } from "./quality-days.ts";
import { findTargets } from "./targets.ts";
import { findTruthReport } from "./truth-report.ts";
import { findWorkingTime } from "./working-time.ts";

/** What the page shows at first. */
const PAGE_MONTHS = 12;

/** The month before the one of an instant; null where no lead had come by its end. Reads all journeys, and keeps none. */
export async function readMonthReport(
  { at }: { readonly at: Date },
  { db, url }: Store = store,
): Promise<MonthReport | null> {
  const [organisation, firstArrival] = [await findOrganisation(db), await findFirstArrival(db)];
  if (!organisation || firstArrival === null) return null;
  const { timeZone, outcomeWindowDays: windowDays, currency, orderLimit: limit } = organisation;
  const today = localDay(at.getTime(), timeZone);
  const [month, monthBefore] = [monthAgo(today, 1), monthAgo(today, 2)];
  if (localDay(firstArrival.getTime(), timeZone) > month.until) return null;
  const [kept, workingTime, targets, truth, quality, generation] = await Promise.all([
    loadJourneys(timeZone, url),
    findWorkingTime(db),
    findTargets(db),
    findTruthReport(db),
    findQuality(db),
    findCurrentGeneration(db),
  ]);
  const clock: Clock = { now: at.getTime(), today, windowDays, timeZone };
  const filter = { ...ANY_JOURNEY, from: startOfMonth(today, PAGE_MONTHS - 1), until: today };
  const { figures, monthly } = kept.selections.read((select) => ({
    figures: figuresOf(select, { filter, clock, funnel: "entry", workingTime }),
    monthly: monthFigures(select, { month, monthBefore, clock, workingTime, currency, targets }),
  }));
  const report = truth?.report ?? null;
  return {
    month: monthOfDay(month.from),
    currency,
    figures: monthly,
    quality: qualityAt(quality?.days ?? [], month, monthBefore),
    findings: monthFindings({ figures, truth: report, limit }),
    advice: [...advise({ report, figures, limit }).advice],
    modelId: generation?.models[0]?.modelId ?? null,
  };
}

function monthAgo(day: number, months: number): MonthSpan {
  return { from: startOfMonth(day, months), until: startOfMonth(day, months - 1) - 1 };
}

/** What was measured last in each month. */
function qualityAt(days: readonly QualityDay[], month: MonthSpan, monthBefore: MonthSpan): MonthReport["quality"] {
  const lastIn = ({ from, until }: MonthSpan) => days.find(({ day }) => day >= from && day <= until);
  const [now, before] = [lastIn(month), lastIn(monthBefore)];
  return MEASURES.map((measure) => ({
    measure,
    now: now ? measured(now.figures, measure) : null,
    before: before ? measured(before.figures, measure) : null,
  }));
}
