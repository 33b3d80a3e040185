import Link from "next/link";
import { useTranslations } from "next-intl";
import { Score } from "#components/scoring/score.tsx";
import type { Colleague } from "#lib/leads/profile.ts";
import type { LeadWords } from "./use-lead-words.ts";

/** Others at the same account, the highest score first. */
export function Colleagues({ colleagues, words }: { colleagues: readonly Colleague[]; words: LeadWords }) {
  const t = useTranslations("lead");
  if (colleagues.length === 0) return null;
  return (
    <section id="colleagues">
      <h2 className="type-title">{t("colleagues")}</h2>
      <ul>
        {colleagues.map(({ leadId, name, jobTitle, cell, combined }) => (
          <li
            key={leadId}
            className="relative grid min-h-8 grid-cols-[minmax(0,1fr)_auto_52px] items-center gap-3 border-rule border-t text-small hover:bg-paper-2"
          >
            <span className="min-w-0 truncate">
              <Link href={`/leads/${leadId}`} className="font-semibold after:absolute after:inset-0">
                {name ?? t("unnamed", { leadId })}
              </Link>
              {jobTitle && <span className="text-ink-3">, {jobTitle}</span>}
            </span>
            <span className="text-ink-2">{cell}</span>
            <span className="text-right">
              {combined === null ? (
                <span className="text-ink-3">{t("noScore")}</span>
              ) : (
                <Score centipoints={combined} locale={words.locale} />
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
