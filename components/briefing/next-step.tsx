"use client";

import { useTranslations } from "next-intl";
import { useNow } from "#components/clocks/use-now.ts";
import { useItemWords } from "#components/qualification/use-item-words.ts";
import { nextActAt } from "#lib/briefing/next-act.ts";
import type { Preparation } from "#lib/briefing/preparation.ts";
import { useNextWords } from "./use-next-words.ts";

/** Often enough for a deadline in minutes. */
const CHECK_EVERY_MS = 5_000;

type Props = {
  preparation: Pick<Preparation, "nextAct" | "qualification">;
  today: number;
  /** The server's time when it was read. */
  readAt: number;
};

/** What to do with the lead, by when and about what, and what to ask; nothing once it was worked. */
export function NextStep({ preparation: { nextAct, qualification }, today, readAt }: Props) {
  const t = useTranslations("briefing.next");
  const { sayNext } = useNextWords(today);
  const { openNames } = useItemWords(qualification);
  const at = useNow(readAt, CHECK_EVERY_MS);
  if (nextAct === null) return null;
  const questions = openNames(qualification);
  return (
    <section aria-label={t("title")} className="[overflow-wrap:anywhere]">
      <p className="font-medium text-[14px]/5">{sayNext(nextActAt(nextAct, at))}</p>
      {nextAct.deadline !== null && questions !== "" && (
        <p className="text-ink-2 first-letter:uppercase">{t("ask", { questions })}</p>
      )}
    </section>
  );
}
