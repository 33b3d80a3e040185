import { useTranslations } from "next-intl";
import { type KeyboardEvent, useState } from "react";
import { ANSWERS, type Answer } from "#lib/qualification/frameworks.ts";
import type { QualificationItem } from "#lib/qualification/qualification.ts";
import { findDraft } from "./note-drafts.ts";
import { NoteForm } from "./note-form.tsx";
import type { Said } from "./use-answers.ts";

type Props = {
  leadId: number;
  item: QualificationItem;
  name: string;
  /** Who answered it when; null where nobody did. */
  given: string | null;
  /** Whether the name needs a line of its own. */
  isLong: boolean;
  /** Whether its key brings the reader here. */
  isAtHand: boolean;
  /** null: the reader may only look. */
  onAnswer: ((said: Said) => Promise<boolean>) | null;
};

/** One item: its four answers side by side, and what was noted with it. */
export function ItemRow({ leadId, item, name, given, isLong, isAtHand, onAnswer }: Props) {
  const t = useTranslations("qualification");
  const [noting, setNoting] = useState<"asked" | "kept" | null>(() =>
    findDraft({ leadId, item: item.key }) === null ? null : "kept",
  );

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const chosen = ANSWERS[Number(event.key) - 1];
    if (chosen && onAnswer) {
      event.preventDefault();
      void onAnswer({ answer: chosen, note: item.note });
    }
  }

  return (
    <li data-question={isAtHand || undefined} className="border-rule border-b py-0.5">
      <div className={isLong ? "" : "grid grid-cols-[minmax(0,88px)_minmax(0,1fr)] items-center gap-x-2"}>
        <p className="[overflow-wrap:anywhere]">{name}</p>
        {onAnswer ? (
          <fieldset aria-label={name} onKeyDown={onKeyDown} className="grid min-w-0 grid-cols-[1.25fr_1fr_1fr_1fr]">
            {ANSWERS.map((answer) => (
              <AnswerButton
                key={answer}
                answer={answer}
                isChosen={item.answer === answer}
                onChoose={() => void onAnswer({ answer, note: item.note })}
              />
            ))}
          </fieldset>
        ) : (
          <p className={item.answer === "unknown" ? "text-ink-3" : "font-semibold"}>{t(`answers.${item.answer}`)}</p>
        )}
      </div>
      {noting && onAnswer ? (
        <NoteForm
          label={t("note.of", { item: name })}
          note={item.note}
          name={{ leadId, item: item.key }}
          onSave={(note) => onAnswer({ answer: item.answer, note })}
          takesFocus={noting === "asked"}
          onClose={() => setNoting(null)}
        />
      ) : (
        (item.note !== "" || item.given !== null || item.answer !== "unknown") && (
          <p className="flex flex-wrap items-baseline gap-x-2 pb-0.5 text-small">
            {item.note !== "" && <span className="min-w-0 text-ink-2 [overflow-wrap:anywhere]">‘{item.note}’</span>}
            {given !== null && <span className="text-ink-3">{given}</span>}
            {onAnswer && (
              <button
                type="button"
                aria-label={t(item.note === "" ? "note.of" : "note.editOf", { item: name })}
                onClick={() => setNoting("asked")}
                className="min-h-6 text-accent underline-offset-4 hover:underline max-sm:min-h-11"
              >
                {t(item.note === "" ? "note.add" : "note.edit")}
              </button>
            )}
          </p>
        )
      )}
    </li>
  );
}

function AnswerButton({ answer, isChosen, onChoose }: { answer: Answer; isChosen: boolean; onChoose: () => void }) {
  const t = useTranslations("qualification.answers");
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      onClick={onChoose}
      className="h-6 truncate rounded-sm border border-transparent text-ink-2 text-small hover:bg-paper-3 hover:text-ink aria-pressed:border-ink aria-pressed:font-semibold aria-pressed:text-ink max-sm:h-11"
    >
      {t(answer)}
    </button>
  );
}
