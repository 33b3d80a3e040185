import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Kbd } from "#components/ui/kbd.tsx";
import { doneOf, FIRST_DONE, sectionsOf } from "#lib/call-list/tally.ts";
import type { CallRow as Row, TodayView } from "#lib/call-list/view.ts";
import { formatDay } from "#lib/i18n/format-day.ts";
import { CallRow } from "./call-row.tsx";
import type { Words } from "./use-words.ts";

type Props = {
  view: TodayView;
  words: Words;
  isSaving: boolean;
  selectedId: number | null;
  showsAllDone: boolean;
  onShowDone: () => void;
  onSelect: (leadId: number) => void;
  onOpen: (leadId: number) => void;
  /** Called as the number of a row is dialled. */
  onCall: (row: Row) => void;
};

/** The list by section, then what is done. */
export function CallGrid(props: Props) {
  const { view, words, isSaving, selectedId, showsAllDone, onShowDone, onSelect, onOpen, onCall } = props;
  const t = useTranslations("today");
  const sections = sectionsOf(view.rows);
  const done = doneOf(view.rows);
  const shownDone = showsAllDone ? done : done.slice(0, FIRST_DONE);
  const order = sections.flatMap(({ rows }) => rows.map(({ leadId }) => leadId));
  const row = { words, readAt: view.readAt, onSelect, onOpen, onCall };
  return (
    <table
      aria-busy={isSaving}
      className="max-lg:-mx-4 max-lg:block max-lg:sm:-mx-6 lg:-mx-3 lg:w-[calc(100%+24px)] lg:table-fixed"
    >
      <caption className="sr-only">{t("caption")}</caption>
      <colgroup>
        {WIDTHS.map(([column, width]) => (
          <col key={column} className={width} />
        ))}
      </colgroup>
      {sections.map(({ section, rows }, index) => (
        <tbody key={section} className="max-lg:block">
          <SectionRow title={t(`sections.${section}`)} count={rows.length}>
            {index === 0 ? (
              <ColumnHeads view={view} words={words} />
            ) : (
              <td colSpan={5} className="pb-1 text-right align-bottom text-ink-3 text-small lg:pr-3">
                {section === "call" && t("order")}
              </td>
            )}
          </SectionRow>
          {rows.map((each) => (
            <CallRow
              key={each.leadId}
              row={each}
              rank={order.indexOf(each.leadId) + 1}
              isSelected={each.leadId === selectedId}
              {...row}
            />
          ))}
        </tbody>
      ))}
      {done.length > 0 && (
        <tbody className="max-lg:block">
          <SectionRow title={t("sections.done")} count={done.length}>
            <th scope="col" colSpan={5} className="pb-1 text-right align-bottom text-ink-3 text-small lg:pr-3">
              {done.length > FIRST_DONE && (
                <button
                  type="button"
                  aria-expanded={showsAllDone}
                  onClick={onShowDone}
                  className="hover:text-ink max-lg:py-1"
                >
                  {t(showsAllDone ? "doneFewer" : "doneAll", { count: done.length })} <Kbd>D</Kbd>
                </button>
              )}
            </th>
          </SectionRow>
          {shownDone.map((each) => (
            <CallRow key={each.leadId} row={each} rank={null} isSelected={each.leadId === selectedId} {...row} />
          ))}
        </tbody>
      )}
    </table>
  );
}

const WIDTHS = [
  ["rank", "w-7"],
  ["cell", "w-[62px]"],
  ["who", ""],
  ["score", "w-14"],
  ["change", "w-[104px]"],
  ["why", ""],
  ["when", "w-[128px]"],
  ["phone", "w-[150px]"],
] as const;

function SectionRow({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  return (
    <tr className="[--inset:32px] sm:[--inset:48px] [background:linear-gradient(var(--rule-3),var(--rule-3))_center_bottom/calc(100%-var(--inset))_1px_no-repeat] max-lg:flex max-lg:items-end max-lg:justify-between max-lg:px-gutter lg:h-[34px] lg:[--inset:24px]">
      <th scope="rowgroup" colSpan={3} className="pb-1 align-bottom max-lg:pt-2 lg:pl-3">
        <h2 className="type-title whitespace-nowrap leading-5">
          {title} <span className="ml-0.5 font-sans text-ink-3 text-small">{count}</span>
        </h2>
      </th>
      {children}
    </tr>
  );
}

function ColumnHeads({ view, words }: { view: TodayView; words: Words }) {
  const t = useTranslations("today");
  const head = "type-label pb-[5px] align-bottom max-lg:sr-only";
  const isYesterday = view.sinceDay === view.day - 1;
  const since = isYesterday
    ? t("columns.sinceYesterday")
    : t("columns.since", {
        day: formatDay(view.sinceDay, {
          locale: words.locale,
          style: view.day - view.sinceDay < 7 ? "weekday" : "short",
          today: view.day,
        }),
      });
  return (
    <>
      <th scope="col" className={`${head} text-right`}>
        {t("columns.score")}
      </th>
      <th scope="col" className={`${head} lg:pl-4`}>
        {since}
      </th>
      <th scope="col" className={`${head} lg:pl-4`}>
        {t("columns.why")}
      </th>
      <th scope="col" className={`${head} lg:pl-4`}>
        {t("columns.when")}
      </th>
      <th scope="col" className={`${head} pr-3 text-right`}>
        {t("columns.phone")}
      </th>
    </>
  );
}
