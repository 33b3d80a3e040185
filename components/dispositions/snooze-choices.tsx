import { useLocale, useTranslations } from "next-intl";
import { formatDay } from "#lib/i18n/format-day.ts";
import { LONGEST_SNOOZE_DAYS, SNOOZE_CHOICES, type SnoozeDays } from "#lib/lifecycle/snooze.ts";
import { DateChoice } from "./date-choice.tsx";
import { NumberedChoices } from "./numbered-choices.tsx";

type Props = {
  name: string;
  /** Epoch day. */
  day: number;
  days: SnoozeDays;
  onChoose: (until: { until: number; minute?: number }, at: number) => void;
  onCancel: () => void;
};

/** Until when a lead is put off: three near days, or a date of one's own, with a time if one was agreed on. */
export function SnoozeChoices({ name, day, days, onChoose, onCancel }: Props) {
  const t = useTranslations("dispositions");
  const locale = useLocale();
  const choices = SNOOZE_CHOICES.map((choice) => {
    const date = formatDay(days[choice].day, { locale, style: "full" });
    return {
      value: choice,
      label: t(`snooze.${choice}`),
      detail: days[choice].isMoved ? t("snooze.moved", { date }) : date,
    };
  });
  return (
    <NumberedChoices
      title={t("askUntil", { name })}
      choices={choices}
      onChoose={(choice, at) => onChoose({ until: days[choice].day }, at)}
      onCancel={onCancel}
    >
      <DateChoice
        digit={SNOOZE_CHOICES.length + 1}
        label={t("snooze.date")}
        submitLabel={t("snooze.submit")}
        first={day + 1}
        last={day + LONGEST_SNOOZE_DAYS}
        time={{ label: t("snooze.time"), hint: t("snooze.optional") }}
        onChoose={(until, at, minute) => onChoose(minute === null ? { until } : { until, minute }, at)}
      />
    </NumberedChoices>
  );
}
