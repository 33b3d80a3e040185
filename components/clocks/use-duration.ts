import { useTranslations } from "next-intl";

/** Lengths of time in words: "15 min", "1 u 57". */
export function useDuration() {
  const t = useTranslations("clocks.duration");
  function hoursMinutes({ hours, minutes }: { readonly hours: number; readonly minutes: number }): string {
    if (hours === 0) return t("minutes", { minutes });
    return minutes === 0 ? t("hours", { hours }) : t("both", { hours, minutes: String(minutes).padStart(2, "0") });
  }
  function minutes(count: number): string {
    const whole = Math.round(count);
    return hoursMinutes({ hours: Math.floor(whole / 60), minutes: whole % 60 });
  }
  return { hoursMinutes, minutes };
}
