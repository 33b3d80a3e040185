import { useLocale, useTranslations } from "next-intl";
import { formatDay } from "#lib/i18n/format-day.ts";
import { REJECTION_REASONS, type RejectionReason } from "#lib/lifecycle/constants.ts";
import { REJECTION_ROUTES } from "#lib/lifecycle/rejection.ts";
import { NumberedChoices } from "./numbered-choices.tsx";

type Props = {
  name: string;
  /** Epoch day. */
  day: number;
  onChoose: (reason: RejectionReason, at: number) => void;
  onCancel: () => void;
};

/** Why a lead is given back, with where each reason sends it. */
export function ReasonChoices({ name, day, onChoose, onCancel }: Props) {
  const t = useTranslations("dispositions");
  const reasons = useTranslations("reasons");
  const locale = useLocale();
  const choices = REJECTION_REASONS.map((reason) => ({
    value: reason,
    label: reasons(reason),
    detail: routeOf(reason),
  }));
  return <NumberedChoices title={t("askReason", { name })} choices={choices} onChoose={onChoose} onCancel={onCancel} />;

  function routeOf(reason: RejectionReason): string {
    const route = REJECTION_ROUTES[reason];
    if (route.stage !== "recycled") return t(`route.${route.stage}`);
    return t("route.recycled", { day: formatDay(day + route.afterDays, { locale, style: "short", today: day }) });
  }
}
