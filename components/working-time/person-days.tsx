import { useLocale, useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { formatDay } from "#lib/i18n/format-day.ts";
import type { PlannedPerson, WorkPlan } from "#lib/working-time/plan.ts";
import { WEEKDAYS } from "#lib/working-time/schema.ts";

type Props = {
  person: PlannedPerson;
  plan: Pick<WorkPlan, "today" | "week">;
  isOwn: boolean;
  mayChange: boolean;
  onRemove: (absenceId: number) => void;
  onDaysOff: (daysOff: number[]) => void;
};

/** A person's weekdays, and when they are away. */
export function PersonDays({ person, plan, isOwn, mayChange, onRemove, onDaysOff }: Props) {
  const t = useTranslations("workingTime");
  const locale = useLocale();
  const { name, daysOff, absences } = person;
  const day = (of: number) => formatDay(of, { locale, style: "long", today: plan.today });
  return (
    <li className="border-rule border-b py-2">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
        <p className="min-w-0 font-semibold">
          {name}
          {isOwn && <span className="font-normal text-ink-3"> {t("people.you")}</span>}
        </p>
        <fieldset className="flex gap-1" disabled={!mayChange}>
          <legend className="sr-only">{t("people.works", { name })}</legend>
          {WEEKDAYS.map((weekday, place) =>
            // Nobody works on a day on which the organisation is closed.
            plan.week[place]?.length ? (
              <label
                key={weekday}
                className="flex size-9 cursor-pointer items-center justify-center rounded-sm border border-transparent text-ink-3 text-small has-checked:border-ink has-checked:font-semibold has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2 has-disabled:cursor-default sm:size-8"
              >
                <input
                  type="checkbox"
                  className="sr-only"
                  aria-label={t(`days.${weekday}`)}
                  checked={!daysOff.includes(place)}
                  onChange={() =>
                    onDaysOff(daysOff.includes(place) ? daysOff.filter((off) => off !== place) : [...daysOff, place])
                  }
                />
                <span aria-hidden="true">{t(`short.${weekday}`)}</span>
              </label>
            ) : null,
          )}
        </fieldset>
      </div>
      {absences.map(({ absenceId, firstDay, lastDay }) => (
        <p key={absenceId} className="flex min-h-8 items-center justify-between gap-4 text-ink-2">
          <span>
            {firstDay <= plan.today && <b className="font-semibold text-ink">{t("people.awayNow")} </b>}
            {firstDay === lastDay
              ? t("people.awayOn", { day: day(firstDay) })
              : t("people.awayFrom", { first: day(firstDay), last: day(lastDay) })}
          </span>
          {mayChange && (
            <Button
              kind="quiet"
              aria-label={t("people.removeOne", { name, day: day(firstDay) })}
              onClick={() => onRemove(absenceId)}
            >
              {t("remove")}
            </Button>
          )}
        </p>
      ))}
    </li>
  );
}
