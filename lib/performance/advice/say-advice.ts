import { formatDay } from "#lib/i18n/format-day.ts";
import { type Locale, localized } from "#lib/i18n/locales.ts";
import { addressOf } from "#lib/model/address.ts";
import { criterionAddress } from "#lib/model/criterion-address.ts";
import type { FigureWriter, SayWords } from "../write-figures.ts";
import type { Advice } from "./advice.ts";

/** Advice as a reader meets it: what to do, why, of how many, and where. */
export type AdviceWords = {
  readonly act: string;
  readonly why: string;
  readonly counted: string;
  readonly link: string;
  readonly href: string;
};

/** An epoch day that is one: 5 January 1970. */
const MONDAY = 4;

export type AdviceSpeech = {
  /** Words of `performance.advice`, and of `reasons`. */
  readonly say: SayWords;
  readonly reason: SayWords;
  readonly figures: FigureWriter;
  readonly locale: Locale;
  readonly names: ReadonlyMap<number, string>;
  /** The model in force that is tried first; null without one. */
  readonly modelId: number | null;
  /** Whether the reader may say when sales works. */
  readonly mayPlan: boolean;
};

/** Puts advice into words. */
export function sayAdvice(advice: Advice, speech: AdviceSpeech): AdviceWords {
  const { say: t, reason: reasons, figures, locale, names, modelId, mayPlan } = speech;
  const { percent, whole, duration } = figures;
  const two = (value: number) => figures.decimals(value, 2);
  const one = (value: number) => figures.decimals(value, 1);
  const model = modelId === null ? "/model" : addressOf("/model", modelId);
  const line = `${model}#cells`;
  const review = "/performance/review";
  switch (advice.kind) {
    case "order_low": {
      const { order, limit, verdict, leads } = advice;
      return {
        act: t("order_low.act", { verdict }),
        why: t("order_low.why", {
          verdict,
          auc: two(order.auc),
          low: two(order.low),
          high: two(order.high),
          limit: two(limit),
        }),
        counted: t("leads", { count: leads }),
        link: t("toModel"),
        href: model,
      };
    }
    case "rejected_often":
      return {
        act: t("rejected_often.act"),
        why: t("rejected_often.why", { rate: whole(advice.rejected.rate ?? 0) }),
        counted: t("answers", { count: advice.rejected.of }),
        link: t("toLine"),
        href: line,
      };
    case "too_broad":
      return {
        act: t("too_broad.act"),
        why: t("too_broad.why", { above: percent(advice.above.rate ?? 0), base: percent(advice.base.rate ?? 0) }),
        counted: t("rows", { count: advice.above.of }),
        link: t("toLine"),
        href: line,
      };
    case "threshold_high":
      return {
        act: t("threshold_high.act"),
        why: t("threshold_high.why", { made: advice.below.made, of: advice.below.of }),
        counted: t("customers", { count: advice.below.of }),
        link: t("toLine"),
        href: line,
      };
    case "high_never_sql":
      return {
        act: t("high_never_sql.act"),
        why: t("high_never_sql.why", {
          made: advice.high.made,
          of: advice.high.of,
          all: whole(advice.all.rate ?? 0),
        }),
        counted: t("leads", { count: advice.high.of }),
        link: t("toLeads"),
        href: review,
      };
    case "noise": {
      const { criterion, points, lift, matched } = advice;
      const label = localized(criterion.label, locale);
      return {
        act: t("noise.act", { label }),
        why: t("noise.why", {
          points,
          with: percent(matched.rate ?? 0),
          without: percent(advice.others.rate ?? 0),
          low: one(lift.low),
          high: one(lift.high),
        }),
        counted: t("noise.counted", { count: matched.of, lift: one(lift.ratio) }),
        link: t("toCriterion"),
        href: criterionAddress(criterion),
      };
    }
    case "reason_explained": {
      const { criterion, reason, share, usually } = advice;
      return {
        act: t("reason_explained.act", { label: localized(criterion.label, locale) }),
        why: t("reason_explained.why", {
          reason: reasons(reason),
          share: whole(share.rate ?? 0),
          usually: whole(usually),
        }),
        counted: t("rejections", { count: share.of }),
        link: t("toCriterion"),
        href: criterionAddress(criterion),
      };
    }
    case "reason_grew": {
      const { reason, before, after } = advice;
      return {
        act: t("reason_grew.act", { reason: reasons(reason) }),
        why: t("reason_grew.why", { before: whole(before.rate ?? 0), after: whole(after.rate ?? 0) }),
        counted: t("rejections", { count: before.of + after.of }),
        link: t("toRejections"),
        href: review,
      };
    }
    case "inflation": {
      const { above, wonAbove } = advice;
      return {
        act: t("inflation.act"),
        why: t("inflation.why", {
          before: percent(above.before.rate ?? 0),
          after: percent(above.after.rate ?? 0),
          wonBefore: percent(wonAbove.before.rate ?? 0),
          wonAfter: percent(wonAbove.after.rate ?? 0),
        }),
        counted: t("rows", { count: wonAbove.before.of + wonAbove.after.of }),
        link: t("toLine"),
        href: line,
      };
    }
    case "late_part": {
      const { weekday, isMorning, late, others } = advice;
      const part = t(isMorning ? "late_part.morning" : "late_part.afternoon", {
        weekday: formatDay(MONDAY + weekday - 1, { locale, style: "weekday" }),
      });
      return {
        act: t("late_part.act", { part }),
        why: t("late_part.why", { late: whole(late.rate ?? 0), others: whole(others.rate ?? 0) }),
        counted: t("clocks", { count: late.of }),
        ...(mayPlan
          ? { link: t("toHours"), href: "/settings/hours" }
          : { link: t("toTheirLeads"), href: `/performance/leads?of=late&weekday=${weekday - 1}` }),
      };
    }
    case "slow_rep": {
      const { repId, median, others, longer } = advice;
      const name = names.get(repId) ?? t("somebody");
      return {
        act: t("slow_rep.act", { name }),
        why: t("slow_rep.why", { wait: duration(median), others: duration(others) }),
        counted: t("touched", { count: longer.of }),
        link: t("toTheirLeads"),
        href: `/leads?owner=${repId}`,
      };
    }
    case "waiting_costs": {
      const { quick, slow } = advice;
      return {
        act: t("waiting_costs.act"),
        why: t("waiting_costs.why", { quick: whole(quick.rate ?? 0), slow: whole(slow.rate ?? 0) }),
        counted: t("handOvers", { count: quick.of + slow.of }),
        link: t("toPlays"),
        href: line,
      };
    }
    case "weak_source": {
      const { source, rate, base } = advice;
      return {
        act: t("weak_source.act", { source: source || t("noSource") }),
        why: t("weak_source.why", { made: rate.made, of: rate.of, base: percent(base.rate ?? 0) }),
        counted: t("leads", { count: rate.of }),
        link: t("toTheirLeads"),
        href: `/leads?stage=any&source=${encodeURIComponent(source ?? "")}`,
      };
    }
  }
}
