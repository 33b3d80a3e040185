import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { RowFocus } from "#components/leads/row-focus.tsx";
import { buttonClass } from "#components/ui/button.tsx";
import type { HandedOverLead, HandOverCursor, HandOverParams } from "#lib/call-list/hand-over.ts";
import { handOverAddress } from "./hand-over-address.ts";
import { HandOverHead } from "./hand-over-head.tsx";
import { HandOverTable } from "./hand-over-table.tsx";

type Props = ComponentProps<typeof HandOverHead> & {
  rows: readonly HandedOverLead[];
  next: HandOverCursor | null;
  params: HandOverParams;
};

/** Who was handed over to sales and has no answer yet: on the screen, on paper and as a file. */
export function HandOverPage({ rows, next, params, ...head }: Props) {
  const t = useTranslations("handOver");
  const isFiltered = params.within !== null || params.owner !== null;
  const kind = isFiltered ? "nothing" : "empty";
  return (
    <main>
      <HandOverHead {...head} />
      {rows.length === 0 ? (
        <div className="px-gutter py-10">
          <h2 className="type-title">{t(`${kind}.title`)}</h2>
          <p className="type-prose mt-1 text-ink-2">{t(`${kind}.text`)}</p>
          {isFiltered && (
            <p className="mt-4">
              <Link href="/leads/hand-over" className={buttonClass()}>
                {t("clear")}
              </Link>
            </p>
          )}
        </div>
      ) : (
        <RowFocus>
          <HandOverTable rows={rows} today={head.today} />
        </RowFocus>
      )}
      {(params.after !== null || next !== null) && (
        <nav aria-label={t("pages")} className="flex gap-4 px-gutter py-4 print:hidden">
          {params.after !== null && (
            <Link href={handOverAddress("/leads/hand-over", { ...params, after: null })} className={buttonClass()}>
              {t("first")}
            </Link>
          )}
          {next !== null && (
            <Link href={handOverAddress("/leads/hand-over", { ...params, after: next })} className={buttonClass()}>
              {t("next")}
            </Link>
          )}
        </nav>
      )}
    </main>
  );
}
