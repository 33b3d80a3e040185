import { useTranslations } from "next-intl";
import { useId } from "react";
import { LONGEST_NOTE } from "#lib/lifecycle/outcome.ts";

/** Words that go with the next outcome. */
export function NoteField({
  note,
  onChange,
  onLeave,
}: {
  note: string;
  onChange: (note: string) => void;
  onLeave: () => void;
}) {
  const t = useTranslations("today");
  const id = useId();
  return (
    <div className="border-rule border-t px-gutter pt-2">
      <label htmlFor={id} className="type-label">
        {t("note")}
      </label>
      <textarea
        id={id}
        rows={2}
        maxLength={LONGEST_NOTE}
        value={note}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") onLeave();
        }}
        className="field-sizing-content block max-h-40 min-h-10 w-full resize-none bg-transparent py-1 text-[14px]/5 max-sm:text-[16px]/6"
      />
    </div>
  );
}
