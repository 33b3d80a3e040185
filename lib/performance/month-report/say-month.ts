import { type Measure, QUALITY_TARGETS } from "#lib/data-quality/figures.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { sayAdvice } from "../advice/say-advice.ts";
import { figureWriter, type SayWords } from "../write-figures.ts";
import type { MonthFigure, MonthReport } from "./month-report.ts";

export type MonthSpeech = {
  /** Words of `performance.month`, of the rest of `performance`, and of `reasons`. */
  readonly say: SayWords;
  readonly page: SayWords;
  readonly reason: SayWords;
  readonly locale: Locale;
  readonly names: ReadonlyMap<number, string>;
};

const DAY_MINUTES = 1_440;

/** A month in lines: its figures, how good the data are, what the figures say, and what to change. */
export function sayMonth(report: MonthReport, speech: MonthSpeech): string[] {
  const { say, page, reason, locale, names } = speech;
  const writer = figureWriter(locale, (key, values) => page(`duration.${key}`, values));
  const quality = report.quality.filter(({ now }) => now !== null);
  return [
    ...report.figures.map(figureLine),
    ...(quality.length > 0 ? ["", say("quality"), ...quality.map(qualityLine)] : []),
    "",
    say("findings"),
    ...findingLines(),
    "",
    say("advice"),
    ...(report.advice.length > 0 ? report.advice.flatMap(adviceLines) : [page("advice.nothing")]),
  ];

  function figureLine(figure: MonthFigure): string {
    const write = (value: number | null) => (value === null ? say("unknown") : writeFigure(figure.name, value));
    return line(say(`figure.${figure.name}`), {
      now: write(figure.now),
      before: write(figure.before),
      target: figure.target === null ? null : write(figure.target),
    });
  }

  function writeFigure(name: MonthFigure["name"], value: number): string {
    switch (name) {
      case "leads":
      case "handed_over":
      case "qualified":
      case "won":
        return writer.count(value);
      case "first_touch":
        return writer.duration(value);
      case "in_time":
      case "conversion":
        return writer.percent(value);
      case "cycle":
        return writer.duration(value * DAY_MINUTES);
      case "revenue":
        return writer.money(value, report.currency);
      case "calls":
        return writer.decimals(value, 1);
    }
  }

  function qualityLine({ measure, now, before }: MonthReport["quality"][number]): string {
    const write = (value: number | null) => (value === null ? say("unknown") : writeMeasure(measure, value));
    const target = writeMeasure(measure, QUALITY_TARGETS[measure]);
    const bound = say(measure === "completeness" ? "over" : "under", { target });
    return line(say(`measure.${measure}`), { now: write(now), before: write(before), target: bound });
  }

  function writeMeasure(measure: Measure, value: number): string {
    return measure === "age" ? page("duration.days", { days: Math.round(value) }) : writer.percent(value);
  }

  function line(
    name: string,
    { now, before, target }: { readonly now: string; readonly before: string; readonly target: string | null },
  ): string {
    return target === null ? say("line", { name, now, before }) : say("lineWithTarget", { name, now, before, target });
  }

  function findingLines(): string[] {
    const { trend, wait, best, worst, order } = report.findings;
    const { whole, decimals } = writer;
    const source = (name: string) => name || page("sources.unknown");
    return [
      trend && page(`trend.${trend.kind}`, { before: whole(trend.before), after: whole(trend.after) }),
      wait.kind === "costs" && page("wait.finding", { quick: whole(wait.quick), slow: whole(wait.slow) }),
      wait.kind === "chance" && page("wait.findingNone"),
      wait.kind === "few" && page("wait.findingFew"),
      sources(),
      order &&
        say("order", {
          verdict: order.verdict,
          auc: decimals(order.auc, 2),
          low: decimals(order.low, 2),
          high: decimals(order.high, 2),
        }),
    ].flatMap((sentence) => (sentence ? [`- ${sentence}`] : []));

    function sources(): string {
      if (best !== null && worst !== null) return page("sources.both", { best: source(best), worst: source(worst) });
      if (best !== null) return page("sources.best", { best: source(best) });
      return worst === null ? page("sources.none") : page("sources.worst", { worst: source(worst) });
    }
  }

  function adviceLines(advice: MonthReport["advice"][number], place: number): string[] {
    const own = { say: (key: string, values?: Parameters<SayWords>[1]) => page(`advice.${key}`, values), reason };
    const { modelId } = report;
    const { act, why, counted } = sayAdvice(advice, { ...own, figures: writer, locale, names, modelId, mayPlan: true });
    return [`${place + 1}. ${act}`, `   ${why} (${counted})`];
  }
}
