import { useTranslations } from "next-intl";
import { totalOf } from "#lib/routing/dry-run.ts";
import type { DryRunView } from "#lib/routing/dry-run-view.ts";
import type { RoutingPerson } from "#lib/routing/people.ts";

const COLUMNS = ["kept", "rule", "turn"] as const;

/** How many each would have got, and by what. */
export function DryRunShares({ view, people }: { view: DryRunView; people: readonly RoutingPerson[] }) {
  const t = useTranslations("routing.dryRun");
  const nameOf = (userId: number | null) =>
    userId === null ? t("nobody") : (people.find((each) => each.userId === userId)?.name ?? t("somebody"));
  return (
    <table className="mt-4 w-full">
      <caption className="pb-1 text-left text-small">
        {t(view.isMore ? "triedMost" : "tried", { count: view.tried })}
      </caption>
      <thead>
        <tr className="border-rule-2 border-b">
          <th scope="col" className="type-label py-1 text-left">
            {t("who")}
          </th>
          {COLUMNS.map((way) => (
            <th key={way} scope="col" className="type-label py-1 pl-3 text-right">
              {t(`column.${way}`)}
            </th>
          ))}
          <th scope="col" className="type-label py-1 pl-3 text-right">
            {t("column.other")}
          </th>
          <th scope="col" className="type-label py-1 pl-3 text-right">
            {t("column.all")}
          </th>
        </tr>
      </thead>
      <tbody>
        {view.shares.map((share) => (
          <tr key={share.userId ?? "nobody"} className="border-rule border-b">
            <th scope="row" className="py-1.5 text-left font-normal">
              {nameOf(share.userId)}
            </th>
            {COLUMNS.map((way) => (
              <Count key={way} value={share[way]} />
            ))}
            <Count value={share.fallback + share.waiting} />
            <td className="py-1.5 pl-3 text-right font-semibold">{totalOf(share)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Count({ value }: { value: number }) {
  return <td className={`py-1.5 pl-3 text-right ${value === 0 ? "text-ink-3" : ""}`}>{value}</td>;
}
