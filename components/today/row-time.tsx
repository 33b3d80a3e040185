import { ClockTime } from "#components/clocks/clock-time.tsx";
import type { CallRow } from "#lib/call-list/view.ts";
import { Lines } from "./lines.tsx";
import type { Words } from "./use-words.ts";

const TIME = "narrow font-semibold";

type Props = { row: CallRow; readAt: number; words: Words };

/** When it asks for a call: before its clock is over, since it came in, since the day it was put off to, or before it falls. */
export function RowTime({ row, readAt, words }: Props) {
  const { today: t } = words;
  if (row.done) return null;
  if (row.clock) return <ClockTime clock={row.clock} readAt={readAt} />;
  if (row.section === "new") return <Lines main={words.time(row.shownAt)} mainClass={TIME} second={t("when.new")} />;
  if (row.followUp !== null)
    return <Lines main={words.promise(row.followUp)} mainClass={TIME} second={t("when.followUp")} />;
  const next = row.score?.next;
  if (!next?.isFall) return null;
  return (
    <Lines
      main={t("when.before", { day: words.day(next.day) })}
      mainClass={TIME}
      second={t("when.then", { cell: next.to })}
    />
  );
}
