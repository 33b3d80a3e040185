import { useTranslations } from "next-intl";
import { formatHours } from "#lib/working-time/hours-text.ts";
import { WEEKDAYS } from "#lib/working-time/schema.ts";
import type { Week } from "#lib/working-time/working-time.ts";

/** Opening hours to read only. */
export function HoursTable({ week }: { week: Week }) {
  const t = useTranslations("workingTime");
  return (
    <dl>
      {WEEKDAYS.map((day, place) => (
        <div key={day} className="flex min-h-8 items-center justify-between gap-4 border-rule border-b">
          <dt className="type-label">{t(`days.${day}`)}</dt>
          <dd className={week[place]?.length ? "" : "text-ink-3"}>
            {formatHours(week[place] ?? []) || t("week.closed")}
          </dd>
        </div>
      ))}
    </dl>
  );
}
