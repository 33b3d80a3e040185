import Link from "next/link";
import { useLocale, useTimeZone, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Select } from "#components/ui/select.tsx";
import { formatDay, formatTime } from "#lib/i18n/format-day.ts";
import type { DryRunLead, DryRunView } from "#lib/routing/dry-run-view.ts";
import type { RoutingPerson } from "#lib/routing/people.ts";
import { localDay } from "#lib/time/local-day.ts";

const AT_FIRST = 20;
const EVERYBODY = "all";
const NOBODY = "nobody";

/** The leads of a dry run, newest first, each with whom it would have gone to and why. */
export function DryRunLeads({ view, people }: { view: DryRunView; people: readonly RoutingPerson[] }) {
  const t = useTranslations("routing.dryRun");
  const [who, setWho] = useState(EVERYBODY);
  const [showsAll, showAll] = useState(false);
  const keyOf = (userId: number | null) => (userId === null ? NOBODY : String(userId));
  const nameOf = (userId: number | null) =>
    userId === null ? t("nobody") : (people.find((each) => each.userId === userId)?.name ?? t("somebody"));
  const leads = view.leads.filter(({ toUserId }) => who === EVERYBODY || keyOf(toUserId) === who);
  const choices = view.shares.map(({ userId }) => ({ value: keyOf(userId), label: nameOf(userId) }));
  return (
    <div className="mt-6">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <h3 className="font-semibold">{t("leads")}</h3>
        <div className="w-48">
          <Select
            label={t("of")}
            isLabelHidden
            value={who}
            choices={[{ value: EVERYBODY, label: t("everybody") }, ...choices]}
            onChange={setWho}
          />
        </div>
      </div>
      {leads.length === 0 && <p className="mt-2 text-ink-2">{t("noneShown", { count: view.leads.length })}</p>}
      <ul className="mt-1">
        {leads.slice(0, showsAll ? undefined : AT_FIRST).map((lead) => (
          <LeadLine key={`${lead.leadId}-${lead.at}`} lead={lead} to={nameOf(lead.toUserId)} />
        ))}
      </ul>
      {leads.length > AT_FIRST && !showsAll && (
        <p className="mt-2">
          <Button onClick={() => showAll(true)}>{t("showAll", { count: leads.length })}</Button>
        </p>
      )}
    </div>
  );
}

function LeadLine({ lead, to }: { lead: DryRunLead; to: string }) {
  const t = useTranslations("routing.dryRun");
  const locale = useLocale();
  const timeZone = useTimeZone() ?? "UTC";
  const { leadId, name, company, cell, at, way, rule } = lead;
  const day = formatDay(localDay(at, timeZone), { locale, style: "short" });
  const when = `${day} ${formatTime(at, { locale, timeZone })}`;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)] gap-x-4 border-rule border-b py-1.5">
      <div className="min-w-0">
        <Link
          href={`/leads/${leadId}`}
          className="block truncate font-semibold underline-offset-4 hover:underline max-sm:py-1.5"
        >
          {name ?? t("unnamed", { leadId })}
        </Link>
        <p className="truncate text-ink-3 text-small">{[company, cell, when].filter(Boolean).join(", ")}</p>
      </div>
      <div className="min-w-0">
        <p className="truncate">{to}</p>
        <p className="truncate text-ink-3 text-small">{t(`way.${way}`, { rule: rule ?? "" })}</p>
      </div>
    </li>
  );
}
