import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { buttonClass } from "#components/ui/button.tsx";
import type { MergeCandidate } from "#lib/leads/merge-view.ts";

/** Leads that may be the same person, and why. */
export function CandidateList({ leadId, candidates }: { leadId: number; candidates: readonly MergeCandidate[] }) {
  const t = useTranslations("merge");
  const format = useFormatter();
  if (candidates.length === 0) return <p className="mt-3 text-ink-2">{t("candidates.none")}</p>;
  return (
    <ul>
      {candidates.map((candidate) => {
        const name = candidate.name ?? t("unnamed", { leadId: candidate.leadId });
        return (
          <li
            key={candidate.leadId}
            className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 border-rule border-b py-2"
          >
            <span className="min-w-0 [overflow-wrap:anywhere]">
              <span className="font-medium">{name}</span>
              <span className="text-ink-3 text-small">
                {" "}
                {[candidate.company, candidate.email, t("number", { leadId: candidate.leadId })]
                  .filter(Boolean)
                  .join(", ")}
              </span>
              <span className="block text-ink-2 text-small">
                {format.list(candidate.reasons.map((reason) => t(`candidates.${reason}`)))}
              </span>
            </span>
            <Link
              href={`/leads/${leadId}/merge?with=${candidate.leadId}`}
              aria-label={t("compareOf", { name, leadId: candidate.leadId })}
              className={buttonClass()}
            >
              {t("compare")}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
