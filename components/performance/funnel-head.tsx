import { useTranslations } from "next-intl";
import { STEPS } from "#lib/performance/journey.ts";

/** The steps above their columns. */
export function FunnelHead() {
  const t = useTranslations("performance");
  return (
    <thead>
      <tr className="[&>th]:pb-1 [&>th]:text-right [&>th]:align-bottom">
        <th scope="col" className="sr-only">
          {t("funnel.month")}
        </th>
        <th scope="col" className="type-label">
          {t("steps.leads")}
        </th>
        {STEPS.map((step) => (
          <th key={step} scope="col" className="type-label pl-1.5 sm:pl-3.5">
            <span className="max-sm:sr-only">{t(`steps.${step}`)}</span>
            <span aria-hidden="true" className="sm:hidden">
              {t(`stepsInShort.${step}`)}
            </span>
          </th>
        ))}
        <th scope="col" className="type-label pl-1.5 sm:pl-3.5">
          {t("steps.missed")}
        </th>
      </tr>
    </thead>
  );
}
