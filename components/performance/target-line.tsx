import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatDay } from "#lib/i18n/format-day.ts";
import { SPAN_DAYS } from "#lib/performance/targets.ts";

type Props = {
  /** The epoch day of the start; null: nobody has set one. */
  startDay: number | null;
  windowDays: number;
  /** Sets start and targets; nothing for who may not. */
  form: ReactNode;
};

/** What "was" and "target" mean in the key figures, and where they are set. */
export function TargetLine({ startDay, windowDays, form }: Props) {
  const t = useTranslations("performance.targets");
  const locale = useLocale();
  return (
    <div className="border-rule-3 border-b py-2">
      <p className="max-w-[110ch] text-ink-3 text-small">
        {startDay === null
          ? t("noneText")
          : t("caption", {
              day: formatDay(startDay, { locale, style: "long" }),
              span: SPAN_DAYS,
              days: windowDays,
            })}
      </p>
      {form}
    </div>
  );
}
