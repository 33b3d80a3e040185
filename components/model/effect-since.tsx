import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Proportion } from "#lib/evaluation/proportion.ts";
import type { WeeklyRate } from "#lib/evaluation/rate.ts";
import { ANSWER_DAYS, type EffectSince as Effect, type Verdict } from "#lib/model/effect-since.ts";

/** What came of leads since a version was published, against as long before it: counts, rates, intervals, and whether they say anything. */
export function EffectSince({ effect }: { effect: Effect | "young" | "no_before" }) {
  const t = useTranslations("review.since");
  if (effect === "young") return <p className="text-ink-3 text-small">{t("young")}</p>;
  if (effect === "no_before") return <p className="text-ink-3 text-small">{t("noBefore")}</p>;
  const { qualified, accepted, rejected, days, daysBefore } = effect;
  return (
    <table className="w-full max-w-[720px] text-small">
      <caption className="pb-1 text-left text-ink-3">{t("caption", { days, daysBefore })}</caption>
      <thead className="border-rule-3 border-b max-sm:sr-only">
        <tr>
          <th scope="col" className="sr-only">
            {t("measure")}
          </th>
          <th scope="col" className="type-label pb-1">
            {t("before")}
          </th>
          <th scope="col" className="type-label pb-1">
            {t("after")}
          </th>
          <th scope="col" className="type-label pb-1">
            {t("verdict")}
          </th>
        </tr>
      </thead>
      <tbody>
        <Row
          name={t("qualified")}
          hint={t("qualifiedHint")}
          before={<Rate rate={qualified.before} />}
          after={<Rate rate={qualified.after} />}
          verdict={verdictOf(qualified.verdict, "fewer", "more")}
        />
        <Row
          name={t("accepted")}
          hint={t("answerHint", { days: ANSWER_DAYS })}
          before={<Share share={accepted.before} />}
          after={<Share share={accepted.after} />}
          verdict={verdictOf(accepted.verdict, "lower", "higher")}
        />
        <Row
          name={t("rejected")}
          hint={t("answerHint", { days: ANSWER_DAYS })}
          before={<Share share={rejected.before} />}
          after={<Share share={rejected.after} />}
          verdict={verdictOf(rejected.verdict, "lower", "higher")}
        />
      </tbody>
    </table>
  );

  function verdictOf(verdict: Verdict, less: "fewer" | "lower", more: "more" | "higher"): ReactNode {
    switch (verdict) {
      case "few":
        return <span className="text-ink-3">{t("tooFew")}</span>;
      case "chance":
        return <span className="text-ink-2">{t("chance")}</span>;
      case "less":
        return <b>{t(less)}</b>;
      case "more":
        return <b>{t(more)}</b>;
    }
  }
}

type RowProps = { name: string; hint: string; before: ReactNode; after: ReactNode; verdict: ReactNode };

function Row({ name, hint, before, after, verdict }: RowProps) {
  const t = useTranslations("review.since");
  return (
    <tr className="border-rule border-t align-baseline max-sm:grid max-sm:grid-cols-2 max-sm:gap-x-3 max-sm:py-2 [&>*]:py-1.5 max-sm:[&>*]:py-0">
      <th scope="row" className="pr-4 max-sm:col-span-2">
        {name}
        <span className="block text-ink-3">{hint}</span>
      </th>
      <td className="pr-4">
        <span className="type-label block sm:hidden">{t("before")}</span>
        {before}
      </td>
      <td className="pr-4">
        <span className="type-label block sm:hidden">{t("after")}</span>
        {after}
      </td>
      <td className="max-sm:col-span-2">{verdict}</td>
    </tr>
  );
}

function Rate({ rate: { perWeek, low, high, count } }: { rate: WeeklyRate }) {
  const t = useTranslations("review.since");
  const format = useFormatter();
  const number = (value: number) => format.number(value, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return (
    <Figure
      value={number(perWeek)}
      count={t("counted", { count })}
      interval={t("between", { low: number(low), high: number(high) })}
    />
  );
}

function Share({ share: { rate, low, high, made, of } }: { share: Proportion }) {
  const t = useTranslations("review.since");
  const format = useFormatter();
  const percent = (value: number) => format.number(value, { style: "percent", maximumFractionDigits: 0 });
  const counted = t("of", { made, of });
  if (rate === null) return <span className="text-ink-3">{counted}</span>;
  return (
    <Figure value={percent(rate)} count={counted} interval={t("between", { low: percent(low), high: percent(high) })} />
  );
}

function Figure({ value, count, interval }: { value: string; count: string; interval: string }) {
  return (
    <>
      <b>{value}</b> <span className="whitespace-nowrap text-ink-3">{count}</span>
      <span className="block text-ink-3">{interval}</span>
    </>
  );
}
