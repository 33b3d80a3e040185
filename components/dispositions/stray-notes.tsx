import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import type { LeadNote } from "./note-storage.ts";

type Props = { notes: readonly LeadNote[]; onPutAway: (leadId: number) => void };

/** Words about leads that are out of reach, until they are put away: nobody types them twice. */
export function StrayNotes({ notes, onPutAway }: Props) {
  const t = useTranslations("dispositions.stray");
  const unnamed = useTranslations("today");
  const [copiedId, setCopiedId] = useState<number | null>(null);
  if (notes.length === 0) return null;
  return (
    <ul aria-label={t("title")} className="mb-2 border-rule-2 border-t">
      {notes.map(({ leadId, name, text }) => (
        <li key={leadId} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-rule-2 border-b py-2">
          <p className="min-w-0 flex-1 basis-60 [overflow-wrap:anywhere]">
            {t.rich("text", {
              name: name === "" ? unnamed("unnamed", { id: leadId }) : name,
              text,
              b: (chunks) => <b>{chunks}</b>,
              q: (chunks) => <q className="font-serif italic">{chunks}</q>,
            })}
          </p>
          <span className="flex gap-2">
            <Button onClick={() => void navigator.clipboard.writeText(text).then(() => setCopiedId(leadId))}>
              {t(copiedId === leadId ? "copied" : "copy")}
            </Button>
            <Button onClick={() => onPutAway(leadId)}>{t("putAway")}</Button>
          </span>
        </li>
      ))}
    </ul>
  );
}
