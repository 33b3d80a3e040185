"use client";

import { useLocale, useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { useEffect, useState } from "react";
import { formatDay } from "#lib/i18n/format-day.ts";
import { formatEpochDay, parseEpochDay } from "#lib/time/local-day.ts";
import { leadParams } from "./lead-params.ts";

type Props = { day: number; today: number; firstDay: number; lastDay: number };

/** Of the year 1000. */
const LEAST_TYPED = -354_285;

const STEP =
  "flex size-8 items-center justify-center text-ink-2 hover:bg-paper-3 hover:text-ink disabled:text-rule-2 disabled:hover:bg-transparent";

/** Which day's reasons are shown: typed, or a day forth and back. */
export function DayPicker({ day, today, firstDay, lastDay }: Props) {
  const t = useTranslations("lead.day");
  const locale = useLocale();
  const [, setParams] = useQueryStates(leadParams, { shallow: false, scroll: false });
  const [typed, setTyped] = useState(formatEpochDay(day));
  useEffect(() => setTyped(formatEpochDay(day)), [day]);
  const chosen = parseEpochDay(typed);
  // Years are typed digit by digit: 2 and 20 are none yet.
  const isOut = chosen !== null && chosen >= LEAST_TYPED && (chosen < firstDay || chosen > lastDay);
  const say = (epochDay: number) => formatDay(epochDay, { locale, style: "long", today });
  const show = (next: number) => void setParams({ day: next === today ? null : next });

  return (
    <fieldset className="flex flex-wrap items-center">
      <legend className="sr-only">{t("label")}</legend>
      <button
        type="button"
        aria-label={t("previous")}
        disabled={day <= firstDay}
        onClick={() => show(day - 1)}
        className={STEP}
      >
        <Arrow d="M5.5 1 2 4.5 5.5 8" />
      </button>
      <input
        type="date"
        aria-label={t("date")}
        value={typed}
        min={formatEpochDay(firstDay)}
        max={formatEpochDay(lastDay)}
        aria-invalid={isOut || undefined}
        onChange={(event) => {
          setTyped(event.target.value);
          const chosen = parseEpochDay(event.target.value);
          if (chosen !== null && chosen >= firstDay && chosen <= lastDay) show(chosen);
        }}
        className="h-8 border-rule-2 border-b bg-transparent px-1 text-small"
      />
      <button
        type="button"
        aria-label={t("next")}
        disabled={day >= lastDay}
        onClick={() => show(day + 1)}
        className={STEP}
      >
        <Arrow d="M3.5 1 7 4.5 3.5 8" />
      </button>
      {day !== today && (
        <button
          type="button"
          onClick={() => show(today)}
          className="h-8 px-2 text-accent text-small underline-offset-4 hover:underline"
        >
          {t("today")}
        </button>
      )}
      <p role="alert" className="w-full text-hot text-small empty:hidden">
        {isOut &&
          t(chosen < firstDay ? "before" : "beyond", { first: say(firstDay), last: say(lastDay), shown: say(day) })}
      </p>
    </fieldset>
  );
}

function Arrow({ d }: { d: string }) {
  return (
    <svg viewBox="0 0 9 9" aria-hidden="true" className="size-[9px] fill-none stroke-current [stroke-width:1.4]">
      <path d={d} />
    </svg>
  );
}
