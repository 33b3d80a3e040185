import { useTranslations } from "next-intl";
import { useFigures } from "./use-figures.ts";

/** Minutes; `until` null: all longer ones. */
type Span = { readonly from: number; readonly until: number | null };

/** Spans of waiting in words, and in as few as an axis has room for. */
export function useSpanNames() {
  const t = useTranslations("performance.wait");
  const { duration, shortDuration } = useFigures();
  return {
    short: ({ from, until }: Span) => (until === null ? `> ${shortDuration(from)}` : `< ${shortDuration(until)}`),
    long: ({ from, until }: Span) => {
      if (until === null) return t("over", { from: duration(from) });
      if (from === 0) return t("under", { until: duration(until) });
      return t("between", { from: duration(from), until: duration(until) });
    },
  };
}
