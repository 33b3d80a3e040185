"use client";

import { useLocale, useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import type { ReactNode } from "react";
import { ListHead } from "#components/leads/list-head.tsx";
import { OwnerSelect, SpanSelect } from "#components/leads/sentence-filters.tsx";
import { buttonClass } from "#components/ui/button.tsx";
import { PrintButton } from "#components/ui/print-button.tsx";
import { HAND_OVER_SPANS, type HandOverParams, handOverParams } from "#lib/call-list/hand-over.ts";
import { formatDay } from "#lib/i18n/format-day.ts";
import { handOverAddress } from "./hand-over-address.ts";

type Props = {
  /** How many leads there are; `isMore`: and others that were not counted. */
  count: number;
  isMore: boolean;
  owners: readonly { readonly userId: number; readonly name: string }[];
  me: number | null;
  mayExport: boolean;
  /** Epoch day. */
  today: number;
  /** How many of them this page of the list has; null: all. */
  shown: number | null;
};

/** Which leads these are, in a sentence whose words can be changed, and the ways onto paper and into a file. */
export function HandOverHead({ count, isMore, owners, me, mayExport, today, shown }: Props) {
  const t = useTranslations("handOver");
  const locale = useLocale();
  const [params, setParams] = useQueryStates(handOverParams, { shallow: false });
  const change = (changes: Partial<HandOverParams>) => void setParams({ ...changes, after: null });
  const slots = {
    count,
    within: (mark: ReactNode) => (
      <SpanSelect
        mark={mark}
        label={t("filter.within")}
        whenever={t("filter.whenever")}
        sayDays={(days) => t("filter.days", { days })}
        spans={HAND_OVER_SPANS}
        value={params.within}
        onChange={(within) => change({ within })}
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
  };
  return (
    <ListHead title={t("title")} sentence={t.rich(isMore ? "sentenceMore" : "sentence", slots)}>
      <p className="hidden text-right print:block">
        {formatDay(today, { locale, style: "full" })}
        {shown !== null && <span className="block text-ink-2 text-small">{t("onPaper", { shown })}</span>}
      </p>
      {count > 0 && (
        <span className="flex gap-2 print:hidden">
          <PrintButton>{t("print")}</PrintButton>
          {mayExport && (
            <a
              href={handOverAddress("/api/leads/hand-over", { ...params, after: null })}
              download
              className={buttonClass()}
            >
              {t("export")}
            </a>
          )}
        </span>
      )}
    </ListHead>
  );
}
