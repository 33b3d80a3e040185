"use client";

import { useTranslations } from "next-intl";
import type { CSSProperties } from "react";
import { TemperatureMark } from "#components/scoring/temperature.tsx";
import { conversionRate, heatStep } from "#lib/matrix/conversion.ts";
import type { CellData } from "#lib/matrix/matrix.ts";
import { useCellWords } from "./use-cell-words.ts";

type Props = {
  data: CellData;
  total: number;
  baseRate: number | null;
  /** The highest rate of any cell: the full length of the bars. */
  topRate: number;
  isSelected: boolean;
  /** The one cell that Tab reaches. */
  isEntry: boolean;
  frame: CSSProperties;
  onSelect: () => void;
};

const PLATE =
  "relative z-2 w-max max-w-full bg-[color-mix(in_oklab,var(--wash)_84%,transparent)] shadow-[0_0_0_3px_color-mix(in_oklab,var(--wash)_84%,transparent)]";

/** One cell of the map: how many, how many of them convert, and what to do there. */
export function MapCell({ data, total, baseRate, topRate, isSelected, isEntry, frame, onSelect }: Props) {
  const t = useTranslations("matrix");
  const words = useCellWords();
  const { cell, leads, conversion, play } = data;
  const share = total === 0 ? 0 : leads / total;
  const rate = conversionRate(conversion);
  const wash = { "--wash": `var(--heat-${heatStep(conversion, baseRate)})` };
  return (
    <button
      type="button"
      data-cell={cell}
      aria-pressed={isSelected}
      tabIndex={isEntry ? 0 : -1}
      onClick={onSelect}
      style={{ ...frame, ...wash }}
      className="absolute flex flex-col justify-between border-rule-2 border-b border-l bg-(--wash) p-1 text-left [container-type:size] focus-visible:outline-offset-[-4px] aria-pressed:after:pointer-events-none aria-pressed:after:absolute aria-pressed:after:inset-0 aria-pressed:after:z-3 aria-pressed:after:shadow-[inset_0_0_0_2px_var(--ink)] sm:px-2.5 sm:py-2"
    >
      <span className={PLATE}>
        <span className="flex items-center gap-1.5">
          <b>{cell}</b>
          <TemperatureMark temperature={play.temperature} />
          <span className="@max-[84px]:hidden text-ink-2 text-small">{words.temperature(play)}</span>
        </span>
        <span className="type-figure @max-[84px]:text-[20px]/6 block text-[28px]/[30px]">
          {words.number(leads)} <span className="sr-only">{t("leadsWord", { leads })}</span>
        </span>
        <span className="@max-[120px]:hidden block text-ink-2 text-small [@container(height<124px)]:hidden">
          {t("shareOfLeads", { share: words.percent(share) })}
        </span>
      </span>
      <span className={PLATE}>
        <span className="block text-ink-2 text-small">
          <b className="text-ink">{words.conversion(conversion)}</b>{" "}
          {conversion.population > 0 && <span className="@max-[120px]:hidden">{t("convert")}</span>}
        </span>
        <RateBar rate={rate} baseRate={baseRate} topRate={topRate} />
        <span className="@max-[120px]:hidden block truncate text-small [@container(height<104px)]:hidden">
          {words.play(play)}
        </span>
      </span>
    </button>
  );
}

/** The rate against the highest of the matrix, with a tick at the base rate. */
function RateBar({ rate, baseRate, topRate }: Pick<Props, "baseRate" | "topRate"> & { rate: number | null }) {
  const length = (value: number) => `${topRate > 0 ? Math.min(100, (value / topRate) * 100) : 0}%`;
  return (
    <span className="relative mt-[3px] mb-1 block h-0.5 w-24 max-w-full bg-[color-mix(in_oklab,var(--ink)_18%,transparent)]">
      {rate !== null && <span className="block h-full bg-ink" style={{ width: length(rate) }} />}
      {baseRate !== null && <span className="-top-0.5 absolute h-1.5 w-px bg-ink" style={{ left: length(baseRate) }} />}
    </span>
  );
}
