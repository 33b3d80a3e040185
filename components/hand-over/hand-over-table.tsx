"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { ListTable } from "#components/leads/list-table.tsx";
import { Score } from "#components/scoring/score.tsx";
import { TemperatureLabel } from "#components/scoring/temperature.tsx";
import { useWords, type Words } from "#components/today/use-words.ts";
import type { HandedOverLead } from "#lib/call-list/hand-over.ts";

type Props = {
  rows: readonly HandedOverLead[];
  /** Epoch day. */
  today: number;
};

const COLUMNS = [
  ["cell", "w-[124px] print:w-[76px]"],
  ["name", ""],
  ["why", ""],
  ["reach", "w-[184px] max-lg:hidden print:table-cell print:w-[176px]"],
  ["score", "w-[72px] text-right print:w-[56px]"],
  ["handedOver", "w-[140px] max-xl:hidden xl:pl-6! print:hidden"],
  ["owner", "w-[124px] max-lg:hidden print:table-cell print:w-[92px]"],
  ["note", "hidden print:table-cell print:w-[124px]"],
] as const;

/** Leads that sales has not answered yet; on paper with room for what comes of them. */
export function HandOverTable({ rows, today }: Props) {
  const t = useTranslations("handOver");
  const words = useWords(today);
  return (
    <ListTable
      caption={t("table")}
      columns={COLUMNS.map(([key, className]) => ({ key, label: t(`column.${key}`), className }))}
    >
      {rows.map((row) => (
        <Row key={row.leadId} row={row} words={words} />
      ))}
    </ListTable>
  );
}

const CELL = "row-cell print:whitespace-normal print:px-1! print:py-1 print:align-top";

function Row({ row, words }: { row: HandedOverLead; words: Words }) {
  const t = useTranslations("handOver");
  const { leadId, name, jobTitle, company, city, score, phone, email, owner } = row;
  const place = [company, city].filter(Boolean).join(", ");
  return (
    <tr className="row-lead max-md:grid-cols-[64px_minmax(0,1fr)_auto]! print:table-row! print:h-auto print:break-inside-avoid">
      <td className={`${CELL} max-md:row-span-2 print:table-cell`}>
        {score ? (
          <>
            <b className="mr-1.5">{score.cell}</b>
            <span className="max-md:block print:inline">
              <TemperatureLabel temperature={score.play.temperature} word={words.temperature(score.play.temperature)} />
            </span>
          </>
        ) : (
          <span className="text-ink-3 text-small">{t("noScore")}</span>
        )}
      </td>
      <td className={`${CELL} max-md:col-start-2 max-md:row-start-1`}>
        <Link
          href={`/leads/${leadId}`}
          data-lead={leadId}
          className="block truncate font-semibold after:absolute after:inset-0 print:whitespace-normal"
        >
          {name ?? t("unnamed", { leadId })}
        </Link>
        <span className="row-second max-md:hidden print:block print:whitespace-normal print:[overflow-wrap:anywhere]">
          {[jobTitle, place].filter(Boolean).join(", ")}
        </span>
      </td>
      <td className={`${CELL} max-md:col-start-2 max-md:row-start-2 max-md:text-ink-3 max-md:text-small`}>
        {score && (
          <span className="inline-block max-w-full truncate align-bottom first-letter:uppercase print:whitespace-normal">
            {words.say(score.why.main)}
          </span>
        )}
        {score?.why.second && (
          <span className="row-second max-lg:hidden print:block print:whitespace-normal">
            {words.say(score.why.second)}
          </span>
        )}
      </td>
      <td className={`${CELL} max-lg:hidden print:table-cell`}>
        <span className="block truncate print:whitespace-normal">{phone ?? <Quiet>{t("noPhone")}</Quiet>}</span>
        <span className="row-second print:block print:whitespace-normal print:[overflow-wrap:anywhere]">{email}</span>
      </td>
      <td className={`${CELL} text-right max-md:col-start-3 max-md:row-start-1 print:table-cell`}>
        {score && <Score centipoints={score.combined} locale={words.locale} />}
      </td>
      <td className={`${CELL} text-ink-2 max-xl:hidden xl:pl-6! print:hidden`}>{words.when(row.handedOverAt)}</td>
      <td className={`${CELL} text-ink-2 max-lg:hidden print:table-cell`}>{owner ?? <Quiet>{t("nobody")}</Quiet>}</td>
      <td className="hidden border-rule-2 border-l print:table-cell" />
    </tr>
  );
}

function Quiet({ children }: { children: string }) {
  return <span className="text-ink-3">{children}</span>;
}
