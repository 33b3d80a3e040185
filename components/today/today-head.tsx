import { useTranslations } from "next-intl";
import { paceMinutes } from "#lib/call-list/pace.ts";
import { tallyOf } from "#lib/call-list/tally.ts";
import type { TodayView } from "#lib/call-list/view.ts";
import { formatDay } from "#lib/i18n/format-day.ts";
import { ListPicker } from "./list-picker.tsx";
import { TallyMarks } from "./tally-marks.tsx";
import type { Words } from "./use-words.ts";

/** The date in words, how far the day is, and what is left of it. */
export function TodayHead({ view, words, isStale }: { view: TodayView; words: Words; isStale: boolean }) {
  const t = useTranslations("today");
  const tally = tallyOf(view);
  const date = formatDay(view.day, { locale: words.locale, style: "full" });
  return (
    <header className="grid grid-cols-1 gap-2 pt-3 pb-1 md:grid-cols-[1fr_auto_auto] md:items-end md:gap-8 md:pt-4 md:pb-3">
      <div>
        <h1 className="type-display first-letter:uppercase max-md:text-[24px]/7">{date}</h1>
        <ListPicker view={view} />
      </div>
      {tally.total > 0 && (
        <div>
          <TallyMarks tally={tally} />
          <p>
            {t.rich("tally", {
              ...tally,
              planned: tally.left - tally.newcomers,
              b: (chunks) => <b>{chunks}</b>,
            })}
          </p>
        </div>
      )}
      <p className="text-ink-3 text-small max-md:hidden md:col-start-3">
        {!view.dayOff && tally.total > 0 && (
          <>
            {t("capacity", { capacity: view.capacity })}
            <br />
          </>
        )}
        {isStale ? t("stale", { time: words.time(view.readAt) }) : paceOf()}
      </p>
    </header>
  );

  function paceOf(): string {
    const own = view.rows.flatMap(({ done }) => (done?.by?.userId === view.rep.userId ? done.at : []));
    const pace = paceMinutes(own);
    const minutes = Math.round(((pace ?? 0) * tally.left) / 5) * 5;
    if (minutes === 0) return t("read", { time: words.time(view.readAt) });
    return t("pace", { hours: Math.floor(minutes / 60), minutes: String(minutes % 60).padStart(2, "0") });
  }
}
