import { useTranslations } from "next-intl";
import type { CallRow } from "#lib/call-list/view.ts";
import { Lines } from "./lines.tsx";
import type { Words } from "./use-words.ts";

/** When it asks for a call: since it came in, since the day it was put off to, or before it falls. */
export function RowTime({ row, words }: { row: CallRow; words: Words }) {
  const t = useTranslations("today.when");
  if (row.done) return null;
  if (row.section === "new")
    return <Lines main={<b className="narrow">{words.time(row.shownAt)}</b>} second={t("new")} />;
  if (row.followUpOn !== null)
    return <Lines main={<b className="narrow">{words.day(row.followUpOn)}</b>} second={t("followUp")} />;
  const next = row.score?.next;
  if (!next?.isFall) return null;
  return (
    <Lines
      main={<b className="narrow">{t("before", { day: words.day(next.day) })}</b>}
      second={t("then", { cell: next.to })}
    />
  );
}
