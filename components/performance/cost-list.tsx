import { useTranslations } from "next-intl";
import type { LeadCost } from "#lib/performance/costs.ts";
import { capitalised } from "./capitalised.ts";
import { useFigures } from "./use-figures.ts";

/** What was entered, newest month first. */
export function CostList({ costs }: { costs: readonly LeadCost[] }) {
  const t = useTranslations("costs");
  const { money, monthName } = useFigures();
  return (
    <section aria-labelledby="entered-costs" className="mt-8">
      <h2 id="entered-costs" className="type-title border-rule-3 border-b pb-1">
        {t("entered")}
      </h2>
      {costs.length === 0 ? (
        <p className="mt-3 text-ink-2">{t("none")}</p>
      ) : (
        <table className="w-full border-collapse text-small">
          <thead>
            <tr className="[&>th]:pt-2 [&>th]:pb-1 [&>th]:text-left">
              <th scope="col" className="type-label">
                {t("month")}
              </th>
              <th scope="col" className="type-label">
                {t("source")}
              </th>
              <th scope="col" className="type-label [tr>&]:text-right">
                {t("amount")}
              </th>
            </tr>
          </thead>
          <tbody>
            {costs.map(({ month, source, currency, minor }) => (
              <tr key={`${month} ${currency} ${source}`} className="[&>td]:border-rule [&>td]:border-t [&>td]:py-1.5">
                <td className="whitespace-nowrap pr-4">
                  {capitalised(monthName(month, { month: "long", year: "numeric" }))}
                </td>
                <td className="pr-4">{source ?? t("noSource")}</td>
                <td className="whitespace-nowrap text-right font-semibold">{money(minor, currency)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
