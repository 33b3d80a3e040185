import { useFormatter, useTranslations } from "next-intl";
import { inFile } from "#components/charts/file-columns.ts";
import { monthOfDay } from "#lib/performance/month.ts";
import type { MonthTruth } from "#lib/performance/truth/months.ts";
import { useFigures } from "./use-figures.ts";

/** Month by month, whether higher scores came to larger deals; folded away, as most months have few deals. */
export function WorthTable({ months }: { months: readonly MonthTruth[] }) {
  const t = useTranslations("performance.order");
  const file = useTranslations("performance.file");
  const format = useFormatter();
  const { monthName } = useFigures();
  const two = (value: number) => format.number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const known = months.flatMap(({ day, value }) => (value ? { day, ...value } : []));
  if (known.length === 0) return null;
  return (
    <details className="mt-1 text-small">
      <summary className="cursor-pointer font-medium text-accent">{t("worthByMonth")}</summary>
      <table className="mt-1 w-full border-collapse">
        <thead>
          <tr className="[&>th]:text-right [&>th:first-child]:text-left">
            <th scope="col" className="type-label">
              {t("month")}
            </th>
            <th scope="col" className="type-label">
              {t("deals")}
            </th>
            <th scope="col" className="type-label">
              {t("rho")}
            </th>
          </tr>
        </thead>
        <tbody>
          {known.map(({ day, pairs, rho, low, high }) => (
            <tr key={day} className="border-rule border-t [&>td]:text-right">
              <th scope="row" className="py-0.5">
                {monthName(monthOfDay(day), { month: "short", year: "numeric" })}
              </th>
              <td {...inFile([["", pairs]])} className="text-ink-3">
                {format.number(pairs)}
              </td>
              <td
                {...inFile([
                  ["", rho],
                  [file("low"), low],
                  [file("high"), high],
                ])}
                className="whitespace-nowrap"
              >
                {t("rhoInterval", { rho: two(rho), low: two(low), high: two(high) })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
