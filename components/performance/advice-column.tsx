import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { AdviceList } from "#lib/performance/advice/advise.ts";
import { useAdviceWords } from "./advice-words.ts";

type Props = {
  list: AdviceList;
  names: ReadonlyMap<number, string>;
  modelId: number | null;
  mayPlan: boolean;
  /** Whether the scores were measured yet. */
  isMeasured: boolean;
  /** Whether the page is of some leads: what is said of scores is of all. */
  isFiltered: boolean;
};

/** What the figures say should change, the strongest evidence first. */
export function AdviceColumn({ list: { advice, silent }, names, modelId, mayPlan, isMeasured, isFiltered }: Props) {
  const t = useTranslations("performance.advice");
  const format = useFormatter();
  const wordsOf = useAdviceWords({ names, modelId, mayPlan });
  return (
    <section aria-labelledby="advice" className="min-w-0">
      <h2 id="advice" className="type-title flex flex-wrap items-baseline gap-x-2 border-rule-3 border-b pb-2">
        {t("title")} <span className="font-normal font-sans text-ink-3 text-small">{t("strongest")}</span>
      </h2>
      {isFiltered && <p className="pt-2 text-ink-3 text-small">{t("unfiltered")}</p>}
      {advice.length === 0 && <p className="type-prose pt-3 text-ink-2">{t("nothing")}</p>}
      <ol>
        {advice.map((each, place) => {
          const { act, why, counted, link, href } = wordsOf(each);
          return (
            <li
              key={act}
              className="print:break-inside-avoid grid grid-cols-[20px_minmax(0,1fr)] border-rule border-b py-3 print:py-2"
            >
              <span aria-hidden="true" className="type-figure text-[17px]/[22px] text-ink-3">
                {place + 1}
              </span>
              <div className="min-w-0">
                <h3 className="type-title text-balance text-[17px]/[22px]">{act}</h3>
                <p className="mt-1 text-ink-2">{why}</p>
                <p className="mt-1 flex flex-wrap items-baseline justify-between gap-x-3 text-small">
                  <span className="text-ink-3">{counted}</span>
                  <Link href={href} className="font-semibold text-accent underline-offset-4 hover:underline">
                    {link} <span aria-hidden="true">→</span>
                  </Link>
                </p>
              </div>
            </li>
          );
        })}
      </ol>
      {!isMeasured && <p className="pt-2 text-ink-3 text-small">{t(modelId === null ? "noModel" : "notMeasured")}</p>}
      {silent.length > 0 && (
        <p className="pt-2 text-ink-3 text-small">
          {t("silent", { rules: format.list(silent.map((kind) => t(`rules.${kind}`))) })}
        </p>
      )}
    </section>
  );
}
