"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { type NotePlace, storeNote, useStoredNotes } from "#components/dispositions/note-storage.ts";
import type { Question } from "#components/dispositions/outcome-form.tsx";
import type { TouchActions } from "#components/dispositions/touch-actions.ts";
import type { Disposition } from "#lib/lifecycle/constants.ts";
import type { Outcome } from "#lib/lifecycle/outcome.ts";

/** What is said of the last thing that was done. */
type Said =
  | { readonly kind: "recorded"; readonly disposition: Disposition; readonly touchId: number }
  | { readonly kind: "undone" }
  | { readonly kind: "refused"; readonly message: string }
  | null;

type Options = {
  leadId: number;
  name: string;
  /** Who works it. */
  userId: number;
  seenTouchId: number | null;
  actions: TouchActions;
};

/** What is asked, typed and said while a lead is worked, and how an outcome comes and goes. */
export function useWork({ leadId, name, userId, seenTouchId, actions }: Options) {
  const t = useTranslations("lead.work");
  const router = useRouter();
  const [asking, ask] = useState<Question | null>(null);
  const of: NotePlace = { place: "lead", userId };
  const note = useStoredNotes(of)[leadId]?.text ?? "";
  const setNote = (text: string) => storeNote(of, { leadId, name, text });
  const [said, setSaid] = useState<Said>(null);
  const isBusy = useRef(false);
  // The newest outcome that the reader has seen. What others record shows at once, but was not there when this was decided.
  const newest = useRef(seenTouchId);
  const wasTold = useRef(false);
  useEffect(() => {
    if (wasTold.current) newest.current = seenTouchId;
    wasTold.current = false;
  }, [seenTouchId]);

  async function act(perform: () => Promise<Said>) {
    if (isBusy.current) return;
    isBusy.current = true;
    ask(null);
    setSaid(await perform().catch((): Said => ({ kind: "refused", message: t("unreachable") })));
    isBusy.current = false;
    router.refresh();
  }
  const record = (outcome: Outcome) =>
    void act(async () => {
      const result = await actions.record({ leadId, outcome, note: note.trim(), seenTouchId: newest.current });
      if (!result.ok) {
        newest.current = seenTouchId;
        wasTold.current = true;
        return { kind: "refused", message: result.refusal.message };
      }
      const { touchId } = result.value;
      newest.current = touchId;
      setNote("");
      return { kind: "recorded", disposition: outcome.disposition, touchId };
    });
  const undo = () =>
    void act(async () => {
      if (said?.kind !== "recorded") return said;
      const result = await actions.undo({ leadId, touchId: said.touchId });
      if (!result.ok) return { kind: "refused", message: result.refusal.message };
      newest.current = result.value.seenTouchId;
      return { kind: "undone" };
    });

  return { asking, ask, note, setNote, said, record, undo };
}
