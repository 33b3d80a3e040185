import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { Kbd } from "#components/ui/kbd.tsx";
import { formatDay } from "#lib/i18n/format-day.ts";
import { isSnoozeDay, LONGEST_SNOOZE_DAYS, SNOOZE_CHOICES, snoozeDay } from "#lib/lifecycle/snooze.ts";
import { formatEpochDay, parseEpochDay } from "#lib/time/local-day.ts";
import { NumberedChoices } from "./numbered-choices.tsx";

type Props = {
  name: string;
  /** Epoch day. */
  day: number;
  onChoose: (until: number, at: number) => void;
  onCancel: () => void;
};

/** Until when a lead is put off: three near days, or a date of one's own. */
export function SnoozeChoices({ name, day, onChoose, onCancel }: Props) {
  const t = useTranslations("dispositions");
  const locale = useLocale();
  const dateId = useId();
  const [date, setDate] = useState("");
  const until = parseEpochDay(date);
  const isFine = until !== null && isSnoozeDay(until, day);
  const choices = SNOOZE_CHOICES.map((choice) => ({
    value: choice,
    label: t(`snooze.${choice}`),
    detail: formatDay(snoozeDay(choice, day), { locale, style: "full" }),
  }));

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (isFine) onChoose(until, event.timeStamp);
  }
  return (
    <NumberedChoices
      title={t("askUntil", { name })}
      choices={choices}
      onChoose={(choice, at) => onChoose(snoozeDay(choice, day), at)}
      onCancel={onCancel}
    >
      <form
        onSubmit={onSubmit}
        className="grid min-h-9 grid-cols-[24px_1fr_auto_auto] pointer-coarse:grid-cols-[1fr_auto_auto] items-center gap-2 px-gutter max-sm:min-h-11"
      >
        <Kbd>{SNOOZE_CHOICES.length + 1}</Kbd>
        <label htmlFor={dateId}>{t("snooze.date")}</label>
        <input
          id={dateId}
          type="date"
          required
          min={formatEpochDay(day + 1)}
          max={formatEpochDay(day + LONGEST_SNOOZE_DAYS)}
          value={date}
          onChange={(event) => setDate(event.target.value)}
          className="h-8 border-ink border-b bg-transparent text-ink"
        />
        <button
          type="submit"
          disabled={!isFine}
          className="h-8 border border-ink px-3 font-medium disabled:border-rule-2 disabled:text-ink-3"
        >
          {t("snooze.submit")}
        </button>
      </form>
    </NumberedChoices>
  );
}
