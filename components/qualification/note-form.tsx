import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { LONGEST_NOTE } from "#lib/lifecycle/outcome.ts";
import { type DraftName, dropDraft, findDraft, keepDraft } from "./note-drafts.ts";

type Props = {
  name: DraftName;
  label: string;
  note: string;
  /** False where it stands open from before. */
  takesFocus: boolean;
  /** Gives whether it was written down. */
  onSave: (note: string) => Promise<boolean>;
  onClose: () => void;
};

/** What goes with an answer. What was typed stays until it is written down. */
export function NoteForm({ name, label, note, takesFocus, onSave, onClose }: Props) {
  const t = useTranslations("qualification.note");
  const [text, setText] = useState(findDraft(name) ?? note);
  const [isSaving, setSaving] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => {
    if (takesFocus) field.current?.focus();
  }, [takesFocus]);

  async function save() {
    if (isSaving) return;
    setSaving(true);
    const isKept = await onSave(text.trim());
    setSaving(false);
    if (isKept) close();
  }
  function close() {
    dropDraft(name);
    onClose();
  }
  return (
    <div className="flex items-center gap-3 py-1">
      <input
        ref={field}
        id={id}
        aria-label={label}
        placeholder={label}
        value={text}
        maxLength={LONGEST_NOTE}
        onChange={(event) => {
          setText(event.target.value);
          keepDraft(name, event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter") void save();
          else if (event.key === "Escape") close();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
        className="h-7 min-w-0 flex-1 border-rule-2 border-b bg-transparent outline-none placeholder:text-ink-3 focus:border-accent focus:shadow-[0_1px_0_var(--accent)] max-sm:h-11 max-sm:text-prose"
      />
      <button
        type="button"
        onClick={() => void save()}
        className="min-h-6 text-accent text-small underline-offset-4 hover:underline max-sm:min-h-11"
      >
        {t("save")}
      </button>
      <button
        type="button"
        onClick={close}
        className="min-h-6 text-ink-2 text-small underline-offset-4 hover:underline max-sm:min-h-11"
      >
        {t("cancel")}
      </button>
    </div>
  );
}
