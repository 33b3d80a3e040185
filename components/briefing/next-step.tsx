import { useTranslations } from "next-intl";
import { useItemWords } from "#components/qualification/use-item-words.ts";
import type { Preparation } from "#lib/briefing/preparation.ts";
import { useNextWords } from "./use-next-words.ts";

type Props = { preparation: Preparation; today: number };

/** What to do with the lead, by when and about what, and what to ask; nothing once it was worked. */
export function NextStep({ preparation: { nextAct, qualification }, today }: Props) {
  const t = useTranslations("briefing.next");
  const { sayNext } = useNextWords(today);
  const { openNames } = useItemWords(qualification);
  if (nextAct === null) return null;
  const questions = openNames(qualification);
  return (
    <section aria-label={t("title")} className="[overflow-wrap:anywhere]">
      <p className="font-medium text-[14px]/5">{sayNext(nextAct)}</p>
      {nextAct.deadline !== null && questions !== "" && (
        <p className="text-ink-2 first-letter:uppercase">{t("ask", { questions })}</p>
      )}
    </section>
  );
}
