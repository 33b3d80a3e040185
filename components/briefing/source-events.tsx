import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Source } from "#lib/briefing/sources.ts";
import { eventLineId, touchLineId } from "./line-id.ts";
import { useWhen } from "./use-when.ts";

const LINK = "inline-flex min-h-6 items-center text-accent underline-offset-4 hover:underline max-sm:min-h-11";

type Props = { source: Source; listId: string; leadId: number; today: number; onLeave?: (() => void) | undefined };

/** The events, or the conversation, that a sentence rests on, each with the way to its place in the lead's timeline. */
export function SourceEvents({ source: { number, events, touch, count }, listId, leadId, today, onLeave }: Props) {
  const t = useTranslations("briefing.evidence");
  const { exactly } = useWhen(today);
  return (
    <ol
      id={listId}
      aria-label={t("list", { number })}
      className="mt-1 border-accent-line border-l-2 pl-3 text-small [overflow-wrap:anywhere]"
    >
      {touch && (
        <li>
          <Link href={`/leads/${leadId}?show=touches#${touchLineId(touch.id)}`} onClick={onLeave} className={LINK}>
            {t("talk", { when: exactly(touch.at) })}
          </Link>
        </li>
      )}
      {events.map(({ id, at, title }) => (
        <li key={id}>
          <Link href={`/leads/${leadId}?show=events&event=${id}#${eventLineId(id)}`} onClick={onLeave} className={LINK}>
            {title === null ? exactly(at) : t("titled", { when: exactly(at), title })}
          </Link>
        </li>
      ))}
      {count > events.length && <li className="text-ink-3">{t("more", { count: count - events.length })}</li>}
    </ol>
  );
}
