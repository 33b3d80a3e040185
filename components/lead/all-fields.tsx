import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Chevron } from "#components/ui/chevron.tsx";
import type { LeadPageView } from "#lib/leads/page-view.ts";
import type { LeadWords } from "./use-lead-words.ts";

/** Everything known of the lead and its company, own fields too, and what may be done with it. */
export function AllFields({ view, words, mayMerge }: { view: LeadPageView; words: LeadWords; mayMerge: boolean }) {
  const merge = useTranslations("merge");
  const t = useTranslations("lead.fields");
  const { profile, catalogue } = view;
  const known = catalogue.fields.flatMap(({ key }) => {
    const value = profile.fields[key];
    return value === null || value === undefined || value === "" ? [] : [{ key, value }];
  });
  return (
    <details className="group">
      <summary className="type-title flex min-h-8 list-none items-center gap-2 [&::-webkit-details-marker]:hidden">
        {t("title")}
        <span className="font-sans text-ink-3 text-small">{t("count", { count: known.length })}</span>
        <Chevron className="group-open:rotate-180" />
      </summary>
      <dl className="text-small">
        {known.map(({ key, value }) => (
          <Row key={key} name={words.field(key)}>
            {words.value(key, value)}
          </Row>
        ))}
        {profile.externalIds.map(({ source, value }) => (
          <Row key={`${source}:${value}`} name={t("externalId", { source })}>
            {value}
          </Row>
        ))}
        <Row name={t("permissions")}>
          {t(profile.mayCall ? "mayCall" : "mayNotCall")}, {t(profile.mayEmail ? "mayEmail" : "mayNotEmail")},{" "}
          {t(profile.mayScore ? "mayScore" : "mayNotScore")}
        </Row>
        <Row name={t("created")}>{words.longDay(words.dayOf(profile.createdAt))}</Row>
      </dl>
      {mayMerge && (
        <p className="mt-2 text-small">
          <Link
            href={`/leads/${profile.leadId}/merge`}
            className="inline-flex min-h-6 items-center text-accent underline-offset-4 hover:underline max-sm:min-h-11"
          >
            {merge("open")}
          </Link>
        </p>
      )}
    </details>
  );
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] gap-3 border-rule border-t py-1">
      <dt className="text-ink-3 [overflow-wrap:anywhere]">{name}</dt>
      <dd className="[overflow-wrap:anywhere]">{children}</dd>
    </div>
  );
}
