import { useTranslations } from "next-intl";
import { useId } from "react";
import { Kbd } from "#components/ui/kbd.tsx";
import { LONGEST_NOTE } from "#lib/lifecycle/outcome.ts";

type Props = {
  note: string;
  onChange: (note: string) => void;
  /** Keeps the words without an outcome. */
  onKeep: () => void;
  onLeave: () => void;
  /** Of an empty field. */
  rows?: number;
};

/** Words that go with the next outcome, or are kept by themselves. */
export function NoteField({ note, onChange, onKeep, onLeave, rows = 2 }: Props) {
  const t = useTranslations("today");
  const id = useId();
  return (
    <div className="border-rule border-t px-gutter pt-2">
      <div className="flex min-h-6 items-baseline justify-between gap-4">
        <span className="flex items-baseline gap-2">
          <label htmlFor={id} className="type-label">
            {t("note")}
          </label>
          <Kbd>M</Kbd>
        </span>
        {note.trim() !== "" && (
          <button
            type="button"
            aria-keyshortcuts="Control+Enter"
            onClick={onKeep}
            className="whitespace-nowrap text-accent text-small underline-offset-4 hover:underline max-sm:py-2"
          >
            {t("noteAlone")} <Kbd>Ctrl ↵</Kbd>
          </button>
        )}
      </div>
      <textarea
        id={id}
        data-note
        rows={rows}
        maxLength={LONGEST_NOTE}
        value={note}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") onLeave();
          if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          onKeep();
        }}
        className="field-sizing-content block max-h-40 min-h-10 w-full resize-none bg-transparent py-1 text-[14px]/5 max-sm:text-[16px]/6"
      />
    </div>
  );
}
