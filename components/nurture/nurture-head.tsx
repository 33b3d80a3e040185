"use client";

import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import type { ReactNode } from "react";
import { ListHead } from "#components/leads/list-head.tsx";
import { OwnerSelect, SpanSelect } from "#components/leads/sentence-filters.tsx";
import { ANY } from "#components/leads/use-filter-choices.ts";
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
  const change = (changes: Partial<NurtureParams>) => void setParams({ ...changes, after: null });
  const slots = {
    count,
    within: (mark: ReactNode) => (
      <SpanSelect
        mark={mark}
        label={t("filter.within")}
        whenever={t("filter.whenever")}
        sayDays={(days) => t("filter.days", { days })}
        spans={NURTURE_SPANS}
        value={params.within}
        onChange={(within) => change({ within })}
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
      <OwnerSelect
        mark={mark}
        label={t("filter.owner")}
        owners={owners}
        me={me}
        value={params.owner}
        onChange={(owner) => change({ owner })}
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
    <ListHead title={t("title")} sentence={t.rich(isMore ? "sentenceMore" : "sentence", slots)}>
      {mayExport && count > 0 && (
        <a
          href={nurtureAddress("/api/leads/nurture", { ...params, after: null })}
          download
          className={`${buttonClass()} print:hidden`}
        >
          {t("export")}
        </a>
      )}
    </ListHead>
  );
}
