"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { Criterion } from "#lib/scoring/definition.ts";
import { useRuleFindings } from "./past-context.tsx";

/** Lifts from a quarter to four times fill the bar to either side. */
const WIDEST = 2;

/** How telling a rule is and how many leads it matches, as two cells of its row. */
export function EvidenceCells({ criterion }: { criterion: Criterion }) {
  const t = useTranslations("past");
  const format = useFormatter();
  const { matched, evidence, leak } = useRuleFindings(criterion);
  const lift = evidence?.lift ?? null;
  const digits = (value: number) => format.number(value, { maximumFractionDigits: 1, minimumFractionDigits: 1 });
  const isSure = lift !== null && (lift.low > 1 || lift.high < 1);
  return (
    <>
      <span
        className={`relative whitespace-nowrap text-right text-micro leading-6 max-sm:hidden ${isSure ? "font-semibold" : "text-ink-3"}`}
      >
        {leak !== null && (
          <span className="font-semibold text-hot" title={t("leak.short")}>
            !<span className="sr-only">{t("leak.short")}</span>{" "}
          </span>
        )}
        {lift && (
          <>
            <span className="sr-only">{t("liftLabel")} </span>×{digits(lift.ratio)}
            <span aria-hidden="true" className="absolute inset-x-0 bottom-0 h-[2px]">
              <span className={`absolute inset-y-0 ${isSure ? "bg-ink-2" : "bg-rule-3"}`} style={barOf(lift.ratio)} />
            </span>
          </>
        )}
      </span>
      <span
        className={`whitespace-nowrap text-right text-micro max-sm:hidden ${matched?.leads === 0 ? "font-semibold text-hot" : "text-ink-3"}`}
      >
        {matched && (
          <>
            {format.number(Math.round(matched.leads))}
            <span className="sr-only"> {t("leadsLabel")}</span>
          </>
        )}
      </span>
    </>
  );
}

/** From the middle to the right for what is more often won, to the left for what is less. */
function barOf(ratio: number): { left: string; width: string } {
  const side = Math.max(-1, Math.min(1, Math.log2(Math.max(ratio, 1e-3)) / WIDEST));
  const width = Math.abs(side) * 50;
  return { left: `${side < 0 ? 50 - width : 50}%`, width: `${width}%` };
}
