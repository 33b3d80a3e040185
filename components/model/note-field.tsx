"use client";

import { useTranslations } from "next-intl";

/** As many characters as the note of a version may have. */
const LONGEST_NOTE = 500;

/** Why something is published: it stands in the history. */
export function NoteField({ value, onChange }: { value: string; onChange: (note: string) => void }) {
  const t = useTranslations("model.publish");
  return (
    <label className="flex flex-col">
      <span className="type-label">{t("note")}</span>
      <textarea
        rows={2}
        maxLength={LONGEST_NOTE}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="border-ink border-b bg-transparent text-prose focus-visible:border-accent"
      />
      <span className="mt-1 text-ink-3 text-small">{t("noteHint")}</span>
    </label>
  );
}
