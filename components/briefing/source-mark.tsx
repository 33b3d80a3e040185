import { useTranslations } from "next-intl";
import type { Source } from "#lib/briefing/sources.ts";

type Props = {
  source: Source;
  /** The id of the list of its events. */
  listId: string;
  isOpen: boolean;
  onToggle: () => void;
};

/** The small number behind a sentence: it shows what the sentence rests on. */
export function SourceMark({ source: { number, touch, count }, listId, isOpen, onToggle }: Props) {
  const t = useTranslations("briefing.evidence");
  return (
    <sup className="leading-none not-italic">
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? listId : undefined}
        aria-label={touch ? t("openTouch", { number }) : t("open", { number, count })}
        onClick={onToggle}
        className="inline px-0.5 font-medium font-sans text-[11px] text-accent underline-offset-2 hover:underline aria-expanded:underline"
      >
        {number}
      </button>
    </sup>
  );
}
