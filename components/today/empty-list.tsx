import Link from "next/link";
import { useTranslations } from "next-intl";
import { buttonClass } from "#components/ui/button.tsx";
import type { TodayView } from "#lib/call-list/view.ts";
import type { Words } from "./use-words.ts";

/** What stands where the list would: why there is nothing to call, and what there is instead. */
export function EmptyList({ view, words }: { view: TodayView; words: Words }) {
  const t = useTranslations("today.empty");
  return (
    <div className="max-w-[52ch] py-12">
      <h2 className="type-title">{t(`${kind()}.title`)}</h2>
      <p className="type-prose mt-2 text-ink-2">{text()}</p>
      {view.isOwn && (
        <div className="mt-5 flex flex-wrap gap-3">
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
    if (view.emptiness?.ownLeads) return "nothing";
    return view.team.length > 0 ? "team" : "noLeads";
  }
  function text(): string {
    const { emptiness } = view;
    if (kind() === "notOpened") return t("notOpened.text", { name: view.rep.name });
    if (kind() !== "nothing" || !emptiness) return t(`${kind()}.text`);
    const { ownLeads, putOff, nextFollowUpOn } = emptiness;
    if (nextFollowUpOn === null) return t("nothing.text", { count: ownLeads });
    return t("nothing.putOff", { count: ownLeads, putOff, day: words.day(nextFollowUpOn) });
  }
}
