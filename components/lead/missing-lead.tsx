"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { type NotePlace, storeNote, useStoredNotes } from "#components/dispositions/note-storage.ts";
import { StrayNotes } from "#components/dispositions/stray-notes.tsx";
import { buttonClass } from "#components/ui/button.tsx";
import { MessagePage } from "#components/ui/message-page.tsx";

/** What stands in the place of a lead that its reader may not see, or not any more: with the words typed about it. */
export function MissingLead({ userId }: { userId: number }) {
  const t = useTranslations("lead.missing");
  const leadId = Number(usePathname().split("/").at(-1));
  const of: NotePlace = { place: "lead", userId };
  const note = useStoredNotes(of)[leadId];
  return (
    <MessagePage
      title={t("title")}
      action={
        <>
          <Link href="/" className={buttonClass()}>
            {t("home")}
          </Link>
          <Link href="/leads" className={buttonClass()}>
            {t("leads")}
          </Link>
        </>
      }
    >
      <p>{t("text")}</p>
      {note && (
        <div className="mt-6 text-body text-ink">
          <StrayNotes notes={[{ leadId, ...note }]} onPutAway={() => storeNote(of, { leadId, name: "", text: "" })} />
        </div>
      )}
    </MessagePage>
  );
}
