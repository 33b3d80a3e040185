import Link from "next/link";
import { useLocale, useTimeZone, useTranslations } from "next-intl";
import { ListTable } from "#components/leads/list-table.tsx";
import { Score } from "#components/scoring/score.tsx";
import { formatDay } from "#lib/i18n/format-day.ts";
import { hasNews, type NurturedLead } from "#lib/lifecycle/nurture-list.ts";
import { localDay } from "#lib/time/local-day.ts";

type Props = { rows: readonly NurturedLead[]; today: number };

const COLUMNS = [
  ["day", "w-[116px]"],
  ["name", ""],
  ["company", "max-lg:hidden"],
  ["reason", "w-[176px]"],
  ["givenBack", "w-[104px] max-xl:hidden"],
  ["score", "w-[104px] text-right"],
  ["news", "w-[136px] max-lg:hidden lg:pl-6!"],
  ["owner", "w-[136px] max-xl:hidden"],
] as const;

/** Recycled leads by the day they are back. */
export function NurtureTable({ rows, today }: Props) {
  const t = useTranslations("nurture");
  return (
    <ListTable
      caption={t("table")}
      columns={COLUMNS.map(([key, className]) => ({ key, label: t(`column.${key}`), className }))}
    >
      {rows.map((row) => (
        <Row key={row.leadId} row={row} today={today} />
      ))}
    </ListTable>
  );
}

function Row({ row, today }: { row: NurturedLead; today: number }) {
  const t = useTranslations("nurture");
  const reasons = useTranslations("reasons");
  const locale = useLocale();
  const timeZone = useTimeZone() ?? "UTC";
  const { leadId, returnsOn, reason, score, newestEventAt, givenBackAt } = row;
  const day = (epochDay: number) => formatDay(epochDay, { locale, style: "short", today });
  return (
    <tr className="row-lead">
      <td className="row-cell max-md:col-span-2 max-md:row-start-2 max-md:text-ink-3 max-md:text-small">
        {returnsOn === null ? <span className="text-ink-3">{t("noDay")}</span> : day(returnsOn)}
        {reason && <span className="md:hidden">, {reasons(reason).toLocaleLowerCase(locale)}</span>}
      </td>
      <td className="row-cell max-md:col-span-2 max-md:row-start-1">
        <Link
          href={`/leads/${leadId}`}
          data-lead={leadId}
          className="block truncate font-semibold after:absolute after:inset-0"
        >
          {row.name ?? t("unnamed", { leadId })}
        </Link>
        {(row.jobTitle || row.company) && (
          <span className="row-second max-md:hidden">
            {row.jobTitle}
            {row.company && (
              <span className="lg:hidden">
                {row.jobTitle && ", "}
                {row.company}
              </span>
            )}
          </span>
        )}
      </td>
      <td className="row-cell max-lg:hidden">{row.company}</td>
      <td className="row-cell max-md:hidden">{reason ? reasons(reason) : <None />}</td>
      <td className="row-cell text-ink-2 max-xl:hidden">{day(localDay(givenBackAt, timeZone))}</td>
      <td className="row-cell text-right max-md:col-start-3 max-md:row-start-1">
        {score ? (
          <>
            <b className="mr-2">{score.cell}</b>
            <Score centipoints={score.combined} locale={locale} />
          </>
        ) : (
          <None />
        )}
      </td>
      <td className="row-cell lg:pl-6! max-md:col-start-3 max-md:row-start-2 max-md:text-right max-md:text-small md:max-lg:hidden">
        {newestEventAt !== null && hasNews(row) ? (
          <span className="font-medium">{t("newsOn", { day: day(localDay(newestEventAt, timeZone)) })}</span>
        ) : (
          <span className="max-md:hidden">
            <None />
          </span>
        )}
      </td>
      <td className="row-cell text-ink-2 max-xl:hidden">{row.owner ?? <None />}</td>
    </tr>
  );
}

function None() {
  return <span className="text-ink-3">{useTranslations("nurture")("none")}</span>;
}
