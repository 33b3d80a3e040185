"use client";

import { useLocale, useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import type { ReactNode } from "react";
import { ListsNav } from "#components/leads/lists-nav.tsx";
import { ANY, useFilterChoices } from "#components/leads/use-filter-choices.ts";
import { Button, buttonClass } from "#components/ui/button.tsx";
import { SentenceSelect } from "#components/ui/sentence-select.tsx";
import { HAND_OVER_SPANS, type HandOverParams, handOverParams } from "#lib/call-list/hand-over.ts";
import { formatDay } from "#lib/i18n/format-day.ts";
import { handOverAddress } from "./hand-over-address.ts";

type Props = {
  count: number;
  owners: readonly { readonly userId: number; readonly name: string }[];
  me: number | null;
  mayExport: boolean;
  /** Epoch day. */
  today: number;
};

/** Which leads these are, in a sentence whose words can be changed, and the ways onto paper and into a file. */
export function HandOverHead({ count, owners, me, mayExport, today }: Props) {
  const t = useTranslations("handOver");
  const locale = useLocale();
  const [params, setParams] = useQueryStates(handOverParams, { shallow: false });
  const ownerChoices = useFilterChoices({ countries: [], sources: [], owners }, me).owners;
  const change = (changes: Partial<HandOverParams>) => void setParams({ ...changes, after: null });
  const slots = {
    count,
    within: (mark: ReactNode) => (
      <SentenceSelect
        mark={mark}
        label={t("filter.within")}
        choices={[
          { value: ANY, label: t("filter.whenever") },
          ...HAND_OVER_SPANS.map((days) => ({ value: String(days), label: t("filter.days", { days }) })),
        ]}
        value={params.within === null ? ANY : String(params.within)}
        onChange={(value) => change({ within: HAND_OVER_SPANS.find((days) => String(days) === value) ?? null })}
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
  };
  return (
    <header className="flex flex-col gap-1 px-gutter pt-3 pb-3">
      <ListsNav />
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
        <h1 className="type-display">{t("title")}</h1>
        <p className="type-prose flex-1 max-md:basis-full">{t.rich("sentence", slots)}</p>
        <p className="hidden print:block">{formatDay(today, { locale, style: "full" })}</p>
        {count > 0 && (
          <span className="flex gap-2 print:hidden">
            <Button onClick={() => window.print()}>{t("print")}</Button>
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
      </div>
    </header>
  );
}
