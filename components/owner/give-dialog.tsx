"use client";

import { useTranslations } from "next-intl";
import { type ReactElement, useRef, useState } from "react";
import { Dialog } from "#components/ui/dialog.tsx";
import type { LeadToGive } from "./give-actions.ts";
import { GiveForm } from "./give-form.tsx";

/** The key that gives the lead in hand to a colleague. */
export const GIVE_KEY = "o";

type Props = {
  lead: LeadToGive;
  /** Whose it is, who cannot get it; null: nobody's. */
  ownerId: number | null;
  /** Words that were typed before somebody thought of giving it. */
  note?: string;
  trigger?: ReactElement;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** It is somebody else's now. */
  onDone?: () => void;
};

/** Gives a lead to a colleague, with a word for who gets it. */
export function GiveDialog({ lead, ownerId, note = "", trigger, isOpen, onOpenChange, onDone }: Props) {
  const t = useTranslations("owner");
  const first = useRef<HTMLSelectElement>(null);
  // Words survive a closed dialog, and another lead begins without them.
  const [written, setWritten] = useState<{ leadId: number; note: string } | null>(null);
  return (
    <Dialog
      title={t("title", { name: lead.name })}
      closeLabel={t("close")}
      trigger={trigger}
      initialFocus={first}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
    >
      <GiveForm
        first={first}
        lead={lead}
        ownerId={ownerId}
        note={written?.leadId === lead.leadId ? written.note : note}
        onNote={(text) => setWritten({ leadId: lead.leadId, note: text })}
        onDone={() => {
          setWritten(null);
          onOpenChange(false);
          onDone?.();
        }}
      />
    </Dialog>
  );
}
