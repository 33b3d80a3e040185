import { useTranslations } from "next-intl";
import { inFile } from "#components/charts/file-columns.ts";
import type { Funnel, FunnelRow, FunnelStep } from "#lib/performance/funnel.ts";
import { STEPS } from "#lib/performance/journey.ts";
import { capitalised } from "./capitalised.ts";
import { CountLink } from "./count-link.tsx";
import { FunnelHead } from "./funnel-head.tsx";
import type { LinkTo } from "./performance-params.ts";
import { useFigures } from "./use-figures.ts";

type Props = { funnel: Funnel; isFromHandOver: boolean; linkTo: LinkTo };

/** What became of each month's leads. Every cell says how many, and of what share that is. */
export function FunnelTable({ funnel, isFromHandOver, linkTo }: Props) {
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
            isFromHandOver={isFromHandOver}
            linkTo={(behind) => linkTo({ ...behind, month: row.month })}
            hasBars
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
  row: FunnelRow;
  isFromHandOver: boolean;
  linkTo: LinkTo;
  hasBars?: boolean;
};

function Row({ name, shortName = name, row, isFromHandOver, linkTo, hasBars = false }: RowProps) {
  const t = useTranslations("performance");
  return (
    <tr className={`[&>*]:h-9 [&>*]:border-t ${hasBars ? "[&>*]:border-rule" : "[&>*]:border-rule-3"}`}>
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
        <StepCell
          key={step}
          step={row.steps[step]}
          label={`${name}, ${t(`steps.${step}`)}`}
          href={linkTo({ of: step })}
          hasShare={!(isFromHandOver && step === "handed_over")}
          hasBar={hasBars}
        />
      ))}
      <td {...inFile([["", row.missed]])} className="pl-1.5 text-right sm:pl-3.5 font-semibold">
        <CountLink count={row.missed} label={`${name}, ${t("steps.missed")}`} href={linkTo({ of: "missed" })} />
      </td>
    </tr>
  );
}

type CellProps = {
  step: FunnelStep;
  label: string;
  href: string;
  hasShare: boolean;
  hasBar: boolean;
};

function StepCell({ step: { made, of, isOpen }, label, href, hasShare, hasBar }: CellProps) {
  const t = useTranslations("performance");
  const { percent } = useFigures();
  const share = of === 0 || !hasShare ? null : made / of;
  return (
    <td
      {...inFile([
        ["", made],
        [t("file.share"), share],
        [t("file.state"), isOpen ? t("open") : ""],
      ])}
      className={`pl-1.5 sm:pl-3.5 ${isOpen ? "text-ink-3" : ""}`}
    >
      <span className="flex items-baseline justify-end gap-x-1.5 max-sm:flex-col max-sm:items-end max-sm:py-1">
        <CountLink count={made} label={label} href={href} className={isOpen ? "" : "font-semibold"} />
        <span className="text-right text-ink-3 sm:min-w-11">{share === null ? "" : percent(share)}</span>
        {isOpen && <span className="sr-only">({t("open")})</span>}
      </span>
      {hasBar && (
        <span aria-hidden="true" className="mt-0.5 block h-[3px] bg-rule">
          <span
            className={`block h-full ${isOpen ? "bg-rule-2" : "bg-ink"}`}
            style={{ width: `${((share ?? 0) * 100).toFixed(1)}%` }}
          />
        </span>
      )}
    </td>
  );
}
