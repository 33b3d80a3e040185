import { useFormatter } from "next-intl";
import { useCallback } from "react";
import type { HeldBase } from "./fetch-preview.ts";

/** 1.96 standard errors on either side hold 95 of 100 samples. */
const STANDARD_ERRORS = 1.96;

/** Counts of leads as they are shown: of a sample what they stand for among all. */
export function useLeadCounts(base: HeldBase | null) {
  const format = useFormatter();
  const { looked = 0, total = 0, size = 0, madeAt = "" } = base ?? {};
  const scale = looked === 0 ? 1 : total / looked;
  const ofAll = useCallback((leads: number) => format.number(Math.round(leads * scale)), [format, scale]);
  return {
    ofAll,
    total: ofAll(size),
    madeAt: madeAt === "" ? "" : format.dateTime(new Date(madeAt), { hour: "numeric", minute: "2-digit" }),
    /** null where all leads are there. */
    sample:
      looked >= total
        ? null
        : {
            leads: format.number(size),
            points: format.number(errorOfShare(looked, total), { maximumFractionDigits: 1 }),
          },
  };
}

/** How far, in points of share, a share of a sample may be off: at most so much in 95 of 100 samples. */
export function errorOfShare(looked: number, total: number): number {
  return STANDARD_ERRORS * Math.sqrt((0.25 / looked) * ((total - looked) / Math.max(1, total - 1))) * 100;
}
