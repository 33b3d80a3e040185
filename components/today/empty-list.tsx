import Link from "next/link";
import { useTranslations } from "next-intl";
import { buttonClass } from "#components/ui/button.tsx";
import type { TodayView } from "#lib/call-list/view.ts";
import { formatDay } from "#lib/i18n/format-day.ts";
import { StartDay } from "./start-day.tsx";
import type { TodayActions } from "./use-board.ts";
import type { Words } from "./use-words.ts";

type Props = { view: TodayView; words: Words; startDay: TodayActions["startDay"] };

/** What stands where the list would: why there is nothing to call, and what there is instead. */
export function EmptyList({ view, words, startDay }: Props) {
  const t = useTranslations("today.empty");
  return (
    <div className="max-w-[52ch] py-12">
      <h2 className="type-title">{t(`${kind()}.title`)}</h2>
      <p className="type-prose mt-2 text-ink-2">{text()}</p>
      {view.isOwn && (
        <div className="mt-5 flex flex-wrap gap-3">
          {view.dayOff && <StartDay startDay={startDay} />}
          <Link href="/leads" className={buttonClass()}>
            {t("leads")}
          </Link>
          <Link href="/matrix" className={buttonClass()}>
            {t("matrix")}
          </Link>
        </div>
      )}
    </div>
  );

  function kind() {
    if (!view.hasScores) return "noScores";
    if (!view.isOwn) return "notOpened";
    if (view.dayOff) return "dayOff";
    if (view.emptiness?.ownLeads) return "nothing";
    return view.team.length > 0 ? "team" : "noLeads";
  }
  function text(): string {
    const { emptiness } = view;
    if (view.dayOff?.nextDay != null) return t("dayOff.next", { day: dayInWords(view.dayOff.nextDay) });
    if (kind() === "notOpened") return t("notOpened.text", { name: view.rep.name });
    if (kind() !== "nothing" || !emptiness) return t(`${kind()}.text`);
    const { ownLeads, putOff, nextFollowUpOn } = emptiness;
    if (nextFollowUpOn === null) return t("nothing.text", { count: ownLeads });
    return t("nothing.putOff", { count: ownLeads, putOff, day: words.day(nextFollowUpOn) });
  }

  function dayInWords(day: number): string {
    return formatDay(day, { locale: words.locale, style: "full" });
  }
}
