"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { conversionRate, HEAT_STEPS } from "#lib/matrix/conversion.ts";
import type { Matrix } from "#lib/matrix/matrix.ts";
import { useCellWords } from "./use-cell-words.ts";

/** What colour stands for, with the rates it spans, and on the map dot and line. */
export function Legend({ data, isMap, children }: { data: Matrix; isMap: boolean; children: ReactNode }) {
  const t = useTranslations("matrix");
  const words = useCellWords();
  const rates = data.cells.flatMap(({ conversion }) => conversionRate(conversion) ?? []);
  const base = conversionRate(data.base);
  // The line is named in the plot where it has a level stretch to stand on.
  const hasLedge = data.frontier.some(({ y1, y2 }) => y1 === y2);
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-5 gap-y-1 pt-3 pb-1.5 text-ink-2 text-small lg:pl-9">
      <span className="type-label max-xl:hidden">{isMap && t("fitAxis")}</span>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-1">
        <span className="flex items-center gap-2">
          <span className="type-label">{t("conversionIn", { days: data.windowDays ?? 0 })}</span>
          <span aria-hidden="true" className="flex border border-rule">
            {HEAT_STEPS.map((step) => (
              <i key={step} className="h-2.5 w-5" style={{ background: `var(--heat-${step})` }} />
            ))}
          </span>
          {rates.length > 0 && base !== null && (
            <span>
              {t("rates", {
                from: words.percent(Math.min(...rates)),
                to: words.percent(Math.max(...rates)),
                base: words.percent(base),
              })}
            </span>
          )}
        </span>
        {isMap && (
          <>
            <span className="flex items-center gap-1.5">
              <i aria-hidden="true" className="size-[3px] rounded-full bg-ink" />
              {t("dot", { leads: data.sample.every })}
            </span>
            <span className={`flex items-center gap-1.5 ${hasLedge ? "xl:hidden" : ""}`}>
              <i aria-hidden="true" className="h-0.5 w-4 bg-accent" />
              {t("frontierShort")}
            </span>
          </>
        )}
        {children}
      </div>
    </div>
  );
}
