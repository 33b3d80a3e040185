import { useLocale, useTranslations } from "next-intl";
import { formatDay } from "#lib/i18n/format-day.ts";
import { LONGEST_SNOOZE_DAYS, type SnoozeDay } from "#lib/lifecycle/snooze.ts";
import { DateChoice } from "./date-choice.tsx";
import { NumberedChoices } from "./numbered-choices.tsx";

type Props = {
  name: string;
  /** Epoch day. */
  day: number;
  days: readonly SnoozeDay[];
  onChoose: (until: { until: number; minute?: number }, at: number) => void;
  onCancel: () => void;
};

/** Until when a lead is put off: three near days, or a date of one's own, with a time if one was agreed on. */
export function SnoozeChoices({ name, day, days, onChoose, onCancel }: Props) {
  const t = useTranslations("dispositions");
  const locale = useLocale();
  const choices = days.map(({ choice, day: until, isMoved }) => {
    const date = formatDay(until, { locale, style: "full" });
    const isTomorrow = choice === "next_working_day" && !isMoved;
    return {
      value: String(until),
      label: t(`snooze.${isTomorrow ? "tomorrow" : choice}`),
      detail: choice === "in_a_week" && isMoved ? t("snooze.moved", { date }) : date,
    };
  });
  return (
    <NumberedChoices
      title={t("askUntil", { name })}
      choices={choices}
      onChoose={(until, at) => onChoose({ until: Number(until) }, at)}
      onCancel={onCancel}
    >
      <DateChoice
        digit={choices.length + 1}
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
