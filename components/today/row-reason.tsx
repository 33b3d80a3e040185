import { useTranslations } from "next-intl";
import type { Touch } from "#lib/call-list/touch.ts";
import type { CallRow } from "#lib/call-list/view.ts";
import { Lines } from "./lines.tsx";
import type { Words } from "./use-words.ts";

/** Why the lead stands here; once done, what came of it. */
export function RowReason({ row, words }: { row: CallRow; words: Words }) {
  if (row.done) return <Recorded touch={row.done} words={words} />;
  const { main, second } = row.why;
  return (
    <Lines
      main={words.say(main)}
      mainClass="first-letter:uppercase"
      second={second && words.say(second)}
      secondClass="max-lg:hidden"
    />
  );
}

function Recorded({ touch, words }: { touch: Touch; words: Words }) {
  const t = useTranslations("dispositions");
  const reasons = useTranslations("reasons");
  const { disposition, reason, snoozedUntil, snoozedMinute, note, at } = touch;
  if (disposition === null) return null;
  const details = [
    reason && reasons(reason),
    snoozedUntil !== null && t("until", { day: words.promise({ day: snoozedUntil, minute: snoozedMinute }) }),
    note,
  ].filter((detail) => detail !== null && detail !== false && detail !== "");
  return (
    <Lines
      main={t("at", { what: t(`done.${disposition}`), time: words.time(at) })}
      mainClass="first-letter:uppercase"
      second={details.join(", ")}
    />
  );
}
