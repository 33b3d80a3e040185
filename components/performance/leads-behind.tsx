import Link from "next/link";
import { useTranslations } from "next-intl";
import { createSerializer } from "nuqs/server";
import type { NamedLead } from "#lib/leads/named-lead.ts";
import { type BehindParams, performanceParams } from "./performance-params.ts";
import { useBehindWords } from "./use-behind-words.ts";

const addressOf = createSerializer(performanceParams);

type Props = {
  leads: readonly NamedLead[];
  total: number;
  params: BehindParams;
  names: ReadonlyMap<number, string>;
};

/** The leads that a figure of the page counts. */
export function LeadsBehind({ leads, total, params, names }: Props) {
  const t = useTranslations("performance.behind");
  const words = useBehindWords(names);
  return (
    <main className="px-gutter pt-4 pb-12">
      <p>
        <Link href={addressOf("/performance", params)} className="text-accent underline-offset-4 hover:underline">
          {t("back")}
        </Link>
      </p>
      <h1 className="type-display mt-1">{t(`of.${params.of}`, { count: total })}</h1>
      <p className="type-prose mt-1 max-w-[68ch] text-ink-2">
        {words(params).join(" ")} {total > leads.length && t("newest", { count: leads.length })}
      </p>
      {leads.length > 0 && (
        <table className="mt-4 w-full max-w-[860px] border-collapse text-small max-sm:table-fixed">
          <thead>
            <tr className="[&>th]:pb-1 [&>th]:text-left">
              <th scope="col" className="type-label">
                {t("lead")}
              </th>
              <th scope="col" className="type-label pl-4">
                {t("company")}
              </th>
              <th scope="col" className="type-label pl-4 max-sm:hidden">
                {t("owner")}
              </th>
            </tr>
          </thead>
          <tbody>
            {leads.map(({ leadId, name, company, owner }) => (
              <tr key={leadId} className="[&>*]:h-9 [&>*]:border-rule [&>*]:border-t">
                <th scope="row" className="max-w-60 truncate text-body">
                  <Link href={`/leads/${leadId}`} className="underline-offset-4 hover:underline">
                    {name ?? t("unnamed", { leadId })}
                  </Link>
                </th>
                <td className="max-w-60 truncate pl-4">{company ?? "–"}</td>
                <td className="pl-4 text-ink-2 max-sm:hidden">{owner ?? "–"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </main>
  );
}
