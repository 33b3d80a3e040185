"use client";

import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import type { ReactNode } from "react";
import { ListsNav } from "#components/leads/lists-nav.tsx";
import { ANY, useFilterChoices } from "#components/leads/use-filter-choices.ts";
import { buttonClass } from "#components/ui/button.tsx";
import { SentenceSelect } from "#components/ui/sentence-select.tsx";
import { REJECTION_REASONS } from "#lib/lifecycle/constants.ts";
import { NURTURE_SPANS, type NurtureParams, nurtureParams } from "#lib/lifecycle/nurture-list.ts";
import { nurtureAddress } from "./nurture-address.ts";

type Props = {
  /** How many leads there are; `isMore`: and others that were not counted. */
  count: number;
  isMore: boolean;
  owners: readonly { readonly userId: number; readonly name: string }[];
  me: number | null;
  mayExport: boolean;
};

/** Which recycled leads these are, in a sentence whose words can be changed. */
export function NurtureHead({ count, isMore, owners, me, mayExport }: Props) {
  const t = useTranslations("nurture");
  const reasons = useTranslations("reasons");
  const [params, setParams] = useQueryStates(nurtureParams, { shallow: false });
  const ownerChoices = useFilterChoices({ countries: [], sources: [], owners }, me).owners;
  const change = (changes: Partial<NurtureParams>) => void setParams({ ...changes, after: null });
  const slots = {
    count,
    within: (mark: ReactNode) => (
      <SentenceSelect
        mark={mark}
        label={t("filter.within")}
        choices={[
          { value: ANY, label: t("filter.whenever") },
          ...NURTURE_SPANS.map((days) => ({ value: String(days), label: t("filter.days", { days }) })),
        ]}
        value={params.within === null ? ANY : String(params.within)}
        onChange={(value) => change({ within: NURTURE_SPANS.find((days) => String(days) === value) ?? null })}
      />
    ),
    reason: (mark: ReactNode) => (
      <SentenceSelect
        mark={mark}
        label={t("filter.reason")}
        choices={[
          { value: ANY, label: t("filter.anyReason") },
          ...REJECTION_REASONS.map((reason) => ({
            value: reason,
            label: reasons(reason),
            short: t("filter.ofReason", { reason: reasons(reason) }),
          })),
        ]}
        value={params.reason ?? ANY}
        onChange={(value) => change({ reason: REJECTION_REASONS.find((reason) => reason === value) ?? null })}
      />
    ),
    owner: (mark: ReactNode) => (
      <SentenceSelect
        mark={mark}
        label={t("filter.owner")}
        choices={ownerChoices}
        value={params.owner === null ? ANY : String(params.owner)}
        onChange={(value) => change({ owner: value === ANY ? null : value === "none" ? "none" : Number(value) })}
      />
    ),
    news: (mark: ReactNode) => (
      <SentenceSelect
        mark={mark}
        label={t("filter.news")}
        choices={[
          { value: "any", label: t("filter.anyNews") },
          { value: "news", label: t("filter.hasNews") },
        ]}
        value={params.news ? "news" : "any"}
        onChange={(value) => change({ news: value === "news" })}
      />
    ),
  };
  return (
    <header className="flex flex-col gap-1 px-gutter pt-3 pb-3">
      <ListsNav />
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
        <h1 className="type-display">{t("title")}</h1>
        <p className="type-prose flex-1 max-md:basis-full">{t.rich(isMore ? "sentenceMore" : "sentence", slots)}</p>
        {mayExport && count > 0 && (
          <a href={nurtureAddress("/api/leads/nurture", { ...params, after: null })} download className={buttonClass()}>
            {t("export")}
          </a>
        )}
      </div>
    </header>
  );
}
