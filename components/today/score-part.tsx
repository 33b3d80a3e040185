import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { Delta } from "#components/scoring/score.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import type { ShownScore } from "#lib/call-list/view.ts";
import { formatDay } from "#lib/i18n/format-day.ts";
import { ChangeTable } from "./change-table.tsx";
import type { Words } from "./use-words.ts";

type Props = {
  score: ShownScore;
  /** The day that changes are counted from. */
  sinceDay: number;
  words: Words;
  showsChange: boolean;
  onToggle: () => void;
  /** Where the score comes from. */
  children: ReactNode;
};

/** Where a score comes from or, on request, what changed of it; and where it goes. */
export function ScorePart({ score, sinceDay, words, showsChange, onToggle, children }: Props) {
  const t = useTranslations("today");
  const { change, next, cell, changes } = score;
  const section = useRef<HTMLElement>(null);
  // Asked for by a key it may lie out of sight, below what is said of the lead.
  const wasShown = useRef(showsChange);
  useEffect(() => {
    if (showsChange && !wasShown.current) section.current?.scrollIntoView({ block: "start" });
    wasShown.current = showsChange;
  }, [showsChange]);
  return (
    <section ref={section}>
      {showsChange ? <ChangeTable changes={changes} sinceDay={sinceDay} words={words} /> : children}
      <p className="mt-1.5 text-ink-3 text-small">{forecast()}</p>
      <button
        type="button"
        aria-pressed={showsChange}
        aria-keyshortcuts="W"
        onClick={onToggle}
        className="mt-0.5 flex min-h-7 items-center gap-2 text-ink-2 text-small underline-offset-4 hover:underline max-sm:min-h-11"
      >
        {showsChange ? (
          t("change.hide")
        ) : (
          <>
            {t("change.show", { day: words.day(sinceDay) })}{" "}
            <Delta centipoints={change.centipoints} locale={words.locale} />
          </>
        )}
        <Kbd>W</Kbd>
      </button>
    </section>
  );

  function forecast(): string {
    if (!next) return t("forecast.stays", { cell });
    const day = formatDay(next.day, { locale: words.locale, style: "full" });
    return t(next.isFall ? "forecast.falls" : "forecast.rises", { day, cell: next.to });
  }
}
