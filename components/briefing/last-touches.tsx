import { useTranslations } from "next-intl";
import type { Touch } from "#lib/call-list/touch.ts";
import { useWhen } from "./use-when.ts";

type Props = {
  touches: readonly Touch[];
  /** Who reads it needs not be told the own name. */
  readerId: number;
  today: number;
};

/** The last that colleagues did with the lead, and what they wrote down. */
export function LastTouches({ touches, readerId, today }: Props) {
  const t = useTranslations("briefing.touches");
  const dispositions = useTranslations("dispositions");
  const { when } = useWhen(today);
  if (touches.length === 0) return null;
  return (
    <section aria-label={t("title")}>
      <h3 className="type-label">{t("title")}</h3>
      <ol>
        {touches.map(({ id, kind, disposition, at, by, note }) => {
          const what = disposition ? dispositions(`done.${disposition}`) : dispositions(`kind.${kind}`);
          return (
            <li key={id} className="[overflow-wrap:anywhere]">
              <span className="inline-block first-letter:uppercase">
                {by && by.userId !== readerId ? t("by", { what, name: by.name }) : what}
              </span>
              <span className="text-ink-3">, {when(at)}</span>
              {note !== "" && <span className="text-ink-2">: ‘{note}’</span>}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
