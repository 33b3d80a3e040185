import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { formatCentipoints } from "#components/scoring/format-centipoints.ts";
import type { SuccessStory } from "#lib/performance/review/success-stories.ts";

/** High scores that signed soon: what the score was good for. */
export function SuccessList({ stories }: { stories: readonly SuccessStory[] }) {
  const t = useTranslations("meeting.success");
  const locale = useLocale();
  if (stories.length === 0) return <p className="type-prose mt-2 text-ink-2">{t("none")}</p>;
  return (
    <ul className="mt-2">
      {stories.map(({ leadId, name, company, score, weeks }) => (
        <li key={leadId} className="border-rule border-b py-2">
          <Link href={`/leads/${leadId}`} className="font-semibold underline-offset-4 hover:underline">
            {name ?? t("nameless", { number: leadId })}
          </Link>
          {company && <span className="text-ink-3">, {company}</span>}
          <span className="block text-ink-2">
            {t("story", { points: formatCentipoints(score.combined, locale), cell: score.cell, weeks })}
          </span>
        </li>
      ))}
    </ul>
  );
}
