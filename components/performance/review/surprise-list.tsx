import Link from "next/link";
import { useTranslations } from "next-intl";
import type { NamedLead } from "#lib/leads/named-lead.ts";
import { HIGH_POINTS } from "#lib/performance/truth/surprises.ts";

type Props = { low: readonly NamedLead[]; high: readonly NamedLead[] };

/** By name, some of those whom the score was wrong about. */
export function SurpriseList({ low, high }: Props) {
  const t = useTranslations("meeting.surprises");
  return (
    <div className="mt-2 grid gap-x-8 gap-y-4 sm:grid-cols-2">
      <Names title={t("low")} none={t("lowNone")} leads={low} />
      <Names title={t("high", { points: HIGH_POINTS })} none={t("highNone", { points: HIGH_POINTS })} leads={high} />
    </div>
  );
}

function Names({ title, none, leads }: { title: string; none: string; leads: readonly NamedLead[] }) {
  const t = useTranslations("meeting.surprises");
  return (
    <div className="min-w-0">
      <h3 className="type-label">{title}</h3>
      {leads.length === 0 && <p className="text-ink-2">{none}</p>}
      <ul>
        {leads.map(({ leadId, name, company }) => (
          <li key={leadId} className="truncate py-0.5">
            <Link href={`/leads/${leadId}`} className="font-medium underline-offset-4 hover:underline">
              {name ?? t("nameless", { number: leadId })}
            </Link>
            {company && <span className="text-ink-3">, {company}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
