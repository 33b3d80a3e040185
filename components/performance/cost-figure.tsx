import Link from "next/link";
import { useTranslations } from "next-intl";
import { inFile } from "#components/charts/file-columns.ts";
import { toMajor } from "#lib/money/currency.ts";
import type { CostPerLead } from "#lib/performance/costs.ts";
import { CountLink } from "./count-link.tsx";
import { Figure } from "./figure.tsx";
import type { LinkTo } from "./performance-params.ts";
import { useFigures } from "./use-figures.ts";

type Props = {
  /** null: the filter asks for a part of the sources, to which no cost belongs. */
  costs: readonly CostPerLead[] | null;
  mayEnter: boolean;
  linkTo: LinkTo;
};

/** What a lead of each source cost. */
export function CostFigure({ costs, mayEnter, linkTo }: Props) {
  const t = useTranslations("performance.costs");
  const unknown = useTranslations("performance.sources")("unknown");
  const file = useTranslations("performance.file");
  const { money } = useFigures();
  const dearest = costs?.find(({ perLeadMinor }) => perLeadMinor !== null);
  return (
    <Figure
      id="performance-costs"
      finding={
        dearest
          ? t("finding", {
              source: dearest.source ?? unknown,
              amount: money(dearest.perLeadMinor ?? 0, dearest.currency),
            })
          : t("plain")
      }
      caption={
        <>
          {t("caption")}{" "}
          {mayEnter && (
            <Link href="/data/costs" className="text-accent underline underline-offset-4">
              {t("enter")}
            </Link>
          )}
        </>
      }
    >
      {costs === null || costs.length === 0 ? (
        <p className="type-prose text-ink-2">
          {t(costs === null ? "ofWholeSources" : "none")} {costs !== null && !mayEnter && t("askFor")}
        </p>
      ) : (
        <table className="w-full border-collapse text-small">
          <thead>
            <tr className="[&>th]:pb-1 [&>th]:text-right [&>th:first-child]:text-left">
              <th scope="col" className="type-label">
                {t("source")}
              </th>
              <th scope="col" className="type-label pl-3">
                {t("spent")}
              </th>
              <th scope="col" className="type-label pl-3">
                {t("leads")}
              </th>
              <th scope="col" className="type-label pl-3">
                {t("perLead")}
              </th>
            </tr>
          </thead>
          <tbody>
            {costs.map(({ source, currency, minor, leads, perLeadMinor }) => (
              <tr
                key={`${currency} ${source}`}
                className="[&>*]:border-rule [&>*]:border-t [&>*]:py-1.5 [&>td]:text-right"
              >
                <th scope="row" className="max-w-40 truncate pr-2">
                  {source ?? unknown}
                </th>
                <td
                  {...inFile([
                    ["", toMajor(minor, currency)],
                    [file("currency"), currency],
                  ])}
                  className="whitespace-nowrap pl-3 text-ink-3"
                >
                  {money(minor, currency)}
                </td>
                <td {...inFile([["", leads]])} className="pl-3 text-ink-3">
                  <CountLink
                    count={leads}
                    label={`${source ?? unknown}, ${t("leads")}`}
                    href={linkTo({ of: "costed", bySource: source ?? "", currency })}
                  />
                </td>
                <td
                  {...inFile([["", perLeadMinor === null ? null : toMajor(perLeadMinor, currency)]])}
                  className="whitespace-nowrap pl-3 font-semibold"
                >
                  {perLeadMinor === null ? t("nobody") : money(perLeadMinor, currency)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Figure>
  );
}
