import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { RowFocus } from "#components/leads/row-focus.tsx";
import { buttonClass } from "#components/ui/button.tsx";
import type { NurtureCursor, NurturedLead, NurtureParams } from "#lib/lifecycle/nurture-list.ts";
import { nurtureAddress } from "./nurture-address.ts";
import { NurtureHead } from "./nurture-head.tsx";
import { NurtureTable } from "./nurture-table.tsx";

type Props = ComponentProps<typeof NurtureHead> & {
  rows: readonly NurturedLead[];
  next: NurtureCursor | null;
  params: NurtureParams;
  /** Epoch day. */
  today: number;
};

/** Who went back to marketing, why, and when they are back. */
export function NurturePage({ rows, next, params, today, ...head }: Props) {
  const t = useTranslations("nurture");
  const isFiltered = params.within !== null || params.reason !== null || params.owner !== null || params.news;
  const kind = isFiltered ? "nothing" : "empty";
  return (
    <main>
      <NurtureHead {...head} />
      {rows.length === 0 ? (
        <div className="px-gutter py-10">
          <h2 className="type-title">{t(`${kind}.title`)}</h2>
          <p className="type-prose mt-1 text-ink-2">{t(`${kind}.text`)}</p>
          {isFiltered && (
            <p className="mt-4">
              <Link href="/leads/nurture" className={buttonClass()}>
                {t("clear")}
              </Link>
            </p>
          )}
        </div>
      ) : (
        <RowFocus>
          <NurtureTable rows={rows} today={today} />
        </RowFocus>
      )}
      {(params.after !== null || next !== null) && (
        <nav aria-label={t("pages")} className="flex gap-4 px-gutter py-4">
          {params.after !== null && (
            <Link href={nurtureAddress("/leads/nurture", { ...params, after: null })} className={buttonClass()}>
              {t("first")}
            </Link>
          )}
          {next !== null && (
            <Link href={nurtureAddress("/leads/nurture", { ...params, after: next })} className={buttonClass()}>
              {t("next")}
            </Link>
          )}
        </nav>
      )}
    </main>
  );
}
