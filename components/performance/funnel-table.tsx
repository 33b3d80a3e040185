import { useFormatter, useTranslations } from "next-intl";
import type { Funnel, FunnelRow, FunnelStep } from "#lib/performance/funnel.ts";
import { STEPS, type Step } from "#lib/performance/journey.ts";
import { capitalised } from "./capitalised.ts";
import { useFigures } from "./use-figures.ts";

/** A phone leaves out what the next column shows as well: who won was an opportunity. */
const ON_WIDE: Readonly<Record<Step, string>> = {
  handed_over: "",
  accepted: "",
  qualified: "",
  opportunity: "max-sm:hidden",
  won: "",
};

/** What became of each month's leads. Every cell says how many, and of what share that is. */
export function FunnelTable({ funnel }: { funnel: Funnel }) {
  const t = useTranslations("performance");
  const { monthName } = useFigures();
  const many = new Set(funnel.months.map(({ month }) => month.slice(0, 4))).size > 1;
  const year = many ? ({ year: "2-digit" } as const) : {};
  return (
    <table className="w-full border-collapse text-small">
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
      <tbody>
        {funnel.months.map((row) => (
          <Row
            key={row.month}
            name={monthName(row.month, { month: "long", ...year })}
            shortName={monthName(row.month, { month: "short", ...year })}
            row={row}
            hasBars
          />
        ))}
      </tbody>
      <tfoot>
        <Row name={t("funnel.total")} row={funnel.total} />
      </tfoot>
    </table>
  );
}

type RowProps = { name: string; shortName?: string; row: FunnelRow; hasBars?: boolean };

function Row({ name, shortName = name, row, hasBars = false }: RowProps) {
  const format = useFormatter();
  return (
    <tr className={`[&>*]:h-9 [&>*]:border-t ${hasBars ? "[&>*]:border-rule" : "[&>*]:border-rule-3"}`}>
      <th scope="row" className="whitespace-nowrap pr-3 text-body">
        <span className="max-sm:hidden">{capitalised(name)}</span>
        <span className="sm:hidden">{capitalised(shortName)}</span>
      </th>
      <td className="text-right">{format.number(row.leads)}</td>
      {STEPS.map((step) => (
        <StepCell key={step} step={row.steps[step]} hasBar={hasBars} className={ON_WIDE[step]} />
      ))}
      <td className="pl-3.5 text-right font-semibold max-sm:hidden">{format.number(row.missed)}</td>
    </tr>
  );
}

type CellProps = { step: FunnelStep; hasBar: boolean; className: string };

function StepCell({ step: { made, of, isOpen }, hasBar, className }: CellProps) {
  const t = useTranslations("performance");
  const format = useFormatter();
  const { percent } = useFigures();
  const share = of === 0 ? null : made / of;
  return (
    <td className={`pl-2 sm:pl-3.5 ${className} ${isOpen ? "text-ink-3" : ""}`}>
      <span className="flex items-baseline justify-end gap-x-1.5 max-sm:flex-col max-sm:items-end max-sm:py-1">
        <span className={isOpen ? "" : "font-semibold"}>{format.number(made)}</span>
        <span className="min-w-11 text-right text-ink-3">{share === null ? "" : percent(share)}</span>
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
