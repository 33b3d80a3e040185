import { useFormatter } from "next-intl";
import { useCallback } from "react";
import { useMoments } from "#components/model/moments.ts";
import { errorOfShare } from "#lib/preview/error-of-share.ts";
import type { HeldBase } from "./fetch-preview.ts";

/** Counts of leads as they are shown: of a sample what they stand for among all. */
export function useLeadCounts(base: HeldBase | null) {
  const format = useFormatter();
  const { time } = useMoments();
  const { looked = 0, total = 0, size = 0, madeAt = "" } = base ?? {};
  const scale = looked === 0 ? 1 : total / looked;
  const ofAll = useCallback((leads: number) => format.number(Math.round(leads * scale)), [format, scale]);
  const inShort = useCallback(
    (leads: number) => format.number(Math.round(leads * scale), { notation: "compact" }),
    [format, scale],
  );
  return {
    ofAll,
    inShort,
    total: ofAll(size),
    madeAt: madeAt === "" ? "" : time(madeAt),
    /** null where all leads are there. */
    sample:
      looked >= total
        ? null
        : {
            leads: format.number(size),
            points: format.number(errorOfShare({ size, looked, total }), { maximumFractionDigits: 1 }),
          },
  };
}
