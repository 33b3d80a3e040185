import { useTranslations } from "next-intl";
import { inFile } from "#components/charts/file-columns.ts";
import { STEPS } from "#lib/performance/journey.ts";
import type { PeriodFunnel, PeriodRow } from "#lib/performance/period-funnel.ts";
import { capitalised } from "./capitalised.ts";
import { CountLink } from "./count-link.tsx";
import { FunnelHead } from "./funnel-head.tsx";
import type { LinkTo } from "./performance-params.ts";
import { useFigures } from "./use-figures.ts";

type Props = { funnel: PeriodFunnel; isFromHandOver: boolean; linkTo: LinkTo };

/** What happened in each month. Counts only: none is a share of another. The bar compares a month with the largest. */
export function PeriodTable({ funnel, isFromHandOver, linkTo }: Props) {
  const t = useTranslations("performance");
  const { monthName, yearStyle } = useFigures();
  const year = yearStyle(funnel.months);
  return (
    <table className="w-full border-collapse text-small">
      <FunnelHead />
      <tbody>
        {funnel.months.map((row) => (
          <Row
            key={row.month}
            name={monthName(row.month, { month: "long", ...year })}
            shortName={monthName(row.month, { month: "short", ...year })}
            row={row}
            months={funnel.months}
            isFromHandOver={isFromHandOver}
            linkTo={(behind) => linkTo({ ...behind, month: row.month })}
          />
        ))}
      </tbody>
      <tfoot>
        <Row name={t("funnel.total")} row={funnel.total} isFromHandOver={isFromHandOver} linkTo={linkTo} />
      </tfoot>
    </table>
  );
}

type RowProps = {
  name: string;
  shortName?: string;
  row: PeriodRow;
  /** For the bars; the sums have none. */
  months?: readonly PeriodRow[];
  isFromHandOver: boolean;
  linkTo: LinkTo;
};

function Row({ name, shortName = name, row, months, isFromHandOver, linkTo }: RowProps) {
  const t = useTranslations("performance");
  return (
    <tr className={`[&>*]:h-9 [&>*]:border-t ${months ? "[&>*]:border-rule" : "[&>*]:border-rule-3"}`}>
      <th
        scope="row"
        {...inFile([["", capitalised(name)]])}
        className="sticky left-0 bg-paper pr-3 text-body max-sm:w-px max-sm:pr-1 max-sm:text-small sm:whitespace-nowrap"
      >
        <span className="max-sm:hidden">{capitalised(name)}</span>
        <span className="block w-min sm:hidden">{capitalised(shortName)}</span>
      </th>
      <td {...inFile([["", isFromHandOver ? null : row.leads]])} className="text-right">
        {isFromHandOver ? (
          "–"
        ) : (
          <CountLink count={row.leads} label={`${name}, ${t("steps.leads")}`} href={linkTo({ of: "came" })} />
        )}
      </td>
      {STEPS.map((step) => (
        <td key={step} {...inFile([["", row.steps[step]]])} className="pl-1.5 text-right sm:pl-3.5">
          <CountLink
            count={row.steps[step]}
            label={`${name}, ${t(`steps.${step}`)}`}
            href={linkTo({ of: step })}
            className="font-semibold"
          />
          {months && <Bar share={row.steps[step] / Math.max(1, ...months.map(({ steps }) => steps[step]))} />}
        </td>
      ))}
      <td {...inFile([["", row.missed]])} className="pl-1.5 text-right sm:pl-3.5 font-semibold">
        <CountLink count={row.missed} label={`${name}, ${t("steps.missed")}`} href={linkTo({ of: "missed" })} />
      </td>
    </tr>
  );
}

function Bar({ share }: { share: number }) {
  return (
    <span aria-hidden="true" className="mt-0.5 block h-[3px] bg-rule">
      <span className="block h-full bg-ink" style={{ width: `${(share * 100).toFixed(1)}%` }} />
    </span>
  );
}
