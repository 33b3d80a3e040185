import { useLocale, useTranslations } from "next-intl";
import { formatDay } from "#lib/i18n/format-day.ts";
import { LONGEST_NURTURE_DAYS, RETURN_CHOICES, returnDay } from "#lib/lifecycle/nurture.ts";
import { DateChoice } from "./date-choice.tsx";
import { NumberedChoices } from "./numbered-choices.tsx";

type Props = {
  name: string;
  /** Epoch day. */
  day: number;
  onChoose: (until: number, at: number) => void;
  onCancel: () => void;
};

/** When a lead that goes back to marketing returns: after a month, a quarter, half a year, or on a date of one's own. */
export function ReturnChoices({ name, day, onChoose, onCancel }: Props) {
  const t = useTranslations("dispositions");
  const locale = useLocale();
  const choices = RETURN_CHOICES.map((choice) => ({
    value: choice,
    label: t(`return.${choice}`),
    detail: formatDay(returnDay(choice, day), { locale, style: "long", today: day }),
  }));
  return (
    <NumberedChoices
      title={t("askReturn", { name })}
      choices={choices}
      onChoose={(choice, at) => onChoose(returnDay(choice, day), at)}
      onCancel={onCancel}
    >
      <DateChoice
        digit={RETURN_CHOICES.length + 1}
        label={t("snooze.date")}
        submitLabel={t("return.submit")}
        first={day + 1}
        last={day + LONGEST_NURTURE_DAYS}
        onChoose={onChoose}
      />
    </NumberedChoices>
  );
}
