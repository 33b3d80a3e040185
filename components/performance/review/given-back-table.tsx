import Link from "next/link";
import { useFormatter, useLocale, useTimeZone, useTranslations } from "next-intl";
import { Score } from "#components/scoring/score.tsx";
import { formatDay } from "#lib/i18n/format-day.ts";
import type { RejectionReason } from "#lib/lifecycle/constants.ts";
import type { GivenBack } from "#lib/performance/review/review.ts";
import { localDay } from "#lib/time/local-day.ts";

type Props = {
  rows: readonly GivenBack[];
  reasons: readonly { readonly reason: RejectionReason | null; readonly leads: number }[];
  /** The address of the form, with a lead to decide about. */
  decideAbout: (leadId: number) => string;
};

/** Leads that sales gave back or lost: why, what was said, and how they stood then. */
export function GivenBackTable({ rows, reasons, decideAbout }: Props) {
  const t = useTranslations("meeting.givenBack");
  const reasonOf = useTranslations("reasons");
  const stageOf = useTranslations("shell.stage");
  const format = useFormatter();
  const locale = useLocale();
  const timeZone = useTimeZone() ?? "UTC";
  const total = reasons.reduce((sum, { leads }) => sum + leads, 0);
  if (total === 0) return <p className="type-prose mt-2 text-ink-2">{t("none")}</p>;
  return (
    <>
      <p className="mt-1 max-w-[80ch] text-ink-2">
        {t("tally", {
          total,
          reasons: format.list(
            reasons.map(({ reason, leads }) =>
              t("reasonCount", { reason: reason === null ? t("noReason") : reasonOf(reason), leads }),
            ),
          ),
        })}{" "}
        {rows.length < total && <span className="text-ink-3">{t("newest", { count: rows.length })}</span>}
      </p>
      <table className="mt-3 w-full border-collapse max-sm:block">
        <thead className="border-rule-3 border-b max-sm:sr-only">
          <tr className="[&>th]:pr-4 [&>th]:pb-1">
            <th scope="col" className="type-label">
              {t("lead")}
            </th>
            <th scope="col" className="type-label">
              {t("when")}
            </th>
            <th scope="col" className="type-label">
              {t("why")}
            </th>
            <th scope="col" className="type-label whitespace-nowrap text-right">
              {t("score")}
            </th>
            <th scope="col" className="type-label">
              <span className="sr-only">{t("decide")}</span>
            </th>
          </tr>
        </thead>
        <tbody className="max-sm:block">
          {rows.map(({ leadId, name, company, at, stage, reason, note, by, score }) => (
            <tr
              key={`${leadId} ${at}`}
              className="print:break-inside-avoid border-rule border-b align-baseline max-sm:grid max-sm:grid-cols-[minmax(0,1fr)_auto] max-sm:gap-x-3 max-sm:py-2 [&>*]:py-2 [&>*]:pr-4 max-sm:[&>*]:py-0.5"
            >
              <th scope="row" className="min-w-36">
                <Link href={`/leads/${leadId}`} className="font-semibold underline-offset-4 hover:underline">
                  {name ?? t("nameless", { number: leadId })}
                </Link>
                <span className="block font-normal text-ink-3 text-small">{company}</span>
              </th>
              <td className="whitespace-nowrap text-ink-2 text-small">
                {formatDay(localDay(at, timeZone), { locale, style: "short" })}
                <span className="block text-ink-3">{by}</span>
              </td>
              <td className="w-full max-sm:col-span-2">
                <span>
                  {stageOf(stage)}: {reason === null ? t("noReason") : reasonOf(reason)}
                </span>
                {note !== "" && <q className="block text-ink-2 text-small [overflow-wrap:anywhere]">{note}</q>}
              </td>
              <td className="whitespace-nowrap text-right max-sm:text-left">
                <span className="sr-only sm:hidden">{t("score")} </span>
                {score === null ? (
                  <span className="text-ink-3">{t("noScore")}</span>
                ) : (
                  <>
                    <Score centipoints={score.combined} locale={locale} />{" "}
                    <span className="text-ink-3">{score.cell}</span>
                  </>
                )}
              </td>
              <td className="text-right">
                <Link
                  href={decideAbout(leadId)}
                  aria-label={t("decideOn", { name: name ?? t("nameless", { number: leadId }) })}
                  className="whitespace-nowrap font-semibold text-accent text-small underline-offset-4 hover:underline print:hidden"
                >
                  {t("decide")}
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
