"use client";

import { useFormatter, useTranslations } from "next-intl";
import { ChartWithTable } from "#components/charts/chart-with-table.tsx";
import type { Proof } from "#lib/backtest/proof.ts";

type Props = {
  /** null: nothing is compared. */
  before: Proof | null;
  after: Proof;
  /** Whether `after` is a draft. */
  isDraft: boolean;
};

const SIZE = 200;
const TENTHS = 10;

/** How many of the customers are among the best-scored leads: the more the curve bends, the better. */
export function GainsChart({ before, after, isDraft }: Props) {
  const t = useTranslations("past.gains");
  const format = useFormatter();
  const percent = (share: number) => format.number(share, { style: "percent", maximumFractionDigits: 0 });
  const name = t(isDraft ? "draft" : "published");
  const steps = after.gains.length - 1;
  const at = (proof: Proof, tenth: number) => proof.gains[(tenth * steps) / TENTHS] ?? 0;
  const called = after.handedOver.rate ?? 0;
  const caught = after.recall.rate ?? 0;
  return (
    <figure className="flex min-w-0 flex-col gap-1">
      <figcaption className="type-label">{t("title")}</figcaption>
      <ChartWithTable
        caption={t("title")}
        headings={[t("called"), ...(before ? [t("published")] : []), name]}
        rows={Array.from({ length: TENTHS }, (_, place) => ({
          key: String(place),
          cells: [
            percent((place + 1) / TENTHS),
            ...(before ? [percent(at(before, place + 1))] : []),
            percent(at(after, place + 1)),
          ],
        }))}
      >
        <svg
          aria-hidden="true"
          viewBox={`-26 -6 ${SIZE + 32} ${SIZE + 22}`}
          className="w-full max-w-[280px] overflow-visible fill-none text-micro"
        >
          <path d={`M0 0V${SIZE}H${SIZE}`} className="stroke-rule-3" />
          <path d={`M0 ${SIZE}L${SIZE} 0`} className="stroke-rule-2" />
          {before && <path d={curve(before)} className="stroke-ink-2 [stroke-dasharray:2_2]" />}
          <path d={curve(after)} className="stroke-accent [stroke-width:1.75]" />
          <path
            d={`M${called * SIZE} ${SIZE}V${(1 - caught) * SIZE}`}
            className="stroke-accent [stroke-dasharray:3_2]"
          />
          <circle cx={called * SIZE} cy={(1 - caught) * SIZE} r={3} className="fill-accent" />
          <text x={-4} y={4} textAnchor="end" className="fill-ink-3">
            {percent(1)}
          </text>
          <text x={-4} y={SIZE} textAnchor="end" className="fill-ink-3">
            0
          </text>
          <text x={SIZE} y={SIZE + 13} textAnchor="end" className="fill-ink-3">
            {t("axis")}
          </text>
          <text
            x={Math.min(called * SIZE + 7, SIZE - 84)}
            y={(1 - caught) * SIZE + 14}
            className="fill-accent font-semibold"
          >
            {t("caught", { share: percent(caught) })}
          </text>
          <text x={Math.min(called * SIZE + 7, SIZE - 84)} y={(1 - caught) * SIZE + 26} className="fill-ink-2">
            {t("among", { share: percent(called) })}
          </text>
        </svg>
      </ChartWithTable>
      <p className="flex gap-4 text-ink-2 text-small">
        <span className="inline-flex items-center gap-1.5">
          <span className="w-4 border-accent border-t-2" />
          {name}
        </span>
        {before && (
          <span className="inline-flex items-center gap-1.5">
            <span className="w-4 border-ink-2 border-t border-dashed" />
            {t("published")}
          </span>
        )}
      </p>
    </figure>
  );
}

function curve({ gains }: Proof): string {
  const steps = gains.length - 1;
  const points = gains.map((share, step) => `${((step * SIZE) / steps).toFixed(1)} ${((1 - share) * SIZE).toFixed(1)}`);
  return `M${points.join("L")}`;
}
