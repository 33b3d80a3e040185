import { useTranslations } from "next-intl";
import { STEPS, type Step } from "#lib/performance/journey.ts";

/** A phone leaves out what the next column shows as well: who won was an opportunity. */
export const ON_WIDE: Readonly<Record<Step, string>> = {
  handed_over: "",
  accepted: "",
  qualified: "",
  opportunity: "max-sm:hidden",
  won: "",
};

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
          <th key={step} scope="col" className={`type-label pl-2 max-sm:text-[11px] sm:pl-3.5 ${ON_WIDE[step]}`}>
            {t(`steps.${step}`)}
          </th>
        ))}
        <th scope="col" className="type-label pl-3.5 max-sm:hidden">
          {t("steps.missed")}
        </th>
      </tr>
    </thead>
  );
}
