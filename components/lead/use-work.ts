import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import {
  type NotePlace,
  newNoteId,
  readNotes,
  storeNote,
  useStoredNotes,
} from "#components/dispositions/note-storage.ts";
import type { Question } from "#components/dispositions/outcome-form.tsx";
import type { NoteActions, TouchActions } from "#components/dispositions/touch-actions.ts";
import { withReturned } from "#lib/call-list/note.ts";
import type { KeyedDisposition } from "#lib/lifecycle/constants.ts";
import type { Outcome } from "#lib/lifecycle/outcome.ts";
import type { ActionResult } from "#lib/result.ts";
import type { WorkSaid } from "./work-said.tsx";

export type WorkActions = TouchActions &
  NoteActions & {
    /** `undoNote` takes it back; null: the reader may not open again what was given up. */
    readonly reopen: ((input: { leadId: number; reason: string }) => Promise<ActionResult<{ touchId: number }>>) | null;
  };

export type WorkedLead = {
  readonly leadId: number;
  readonly name: string;
  /** Who works it. */
  readonly userId: number;
  /** Whether it may still be worked; an outcome that closed it can be undone all the same. */
  readonly isOpen: boolean;
  /** Whether its number is one that is dialled. */
  readonly isDialled: boolean;
  readonly seenTouchId: number | null;
  readonly actions: WorkActions;
};

/** What is asked, typed and said while a lead is worked, and how what was done with it comes and goes. */
export function useWork({ leadId, name, userId, isOpen, isDialled, seenTouchId, actions }: WorkedLead) {
  const t = useTranslations("lead.work");
  const router = useRouter();
  const [asking, ask] = useState<Question | null>(null);
  /** Why it is to be opened again, as far as it is typed; null: nobody asked. */
  const [reason, setReason] = useState<string | null>(null);
  const of: NotePlace = { place: "lead", userId };
  const stored = useStoredNotes(of)[leadId];
  const note = stored?.text ?? "";
  const setNote = (text: string) => storeNote(of, { leadId, name, text });
  const giveBack = (words: string) => setNote(withReturned(readNotes(of)[leadId]?.text ?? "", words));
  const [said, setSaid] = useState<WorkSaid | null>(null);
  const isBusy = useRef(false);
  // The newest outcome that the reader has seen. What others record shows at once, but was not there when this was decided.
  const newest = useRef(seenTouchId);
  const wasTold = useRef(false);
  useEffect(() => {
    if (wasTold.current) newest.current = seenTouchId;
    wasTold.current = false;
  }, [seenTouchId]);

  async function act(perform: () => Promise<WorkSaid>) {
    if (isBusy.current) return;
    isBusy.current = true;
    ask(null);
    setSaid(await perform().catch((): WorkSaid => ({ kind: "refused", message: t("unreachable") })));
    isBusy.current = false;
    router.refresh();
  }

  const record = (outcome: Outcome) =>
    void act(async () => {
      const words = note.trim();
      const result = await actions.record({ leadId, outcome, note: words, seenTouchId: newest.current });
      if (!result.ok) {
        newest.current = seenTouchId;
        wasTold.current = true;
        return refused(result);
      }
      const { touchId } = result.value;
      newest.current = touchId;
      setNote("");
      return { kind: "recorded", disposition: outcome.disposition, touchId, words };
    });
  const choose = (disposition: KeyedDisposition) => {
    if (disposition === "rejected" || disposition === "snoozed") ask(disposition);
    else record({ disposition });
  };
  const keep = () => {
    if (!isOpen || note.trim() === "") return;
    void act(async () => {
      const result = await actions.keepNote({ leadId, note: note.trim(), noteId: stored?.id ?? newNoteId() });
      if (!result.ok) return refused(result);
      setNote("");
      return { kind: "noted", ...result.value };
    });
  };
  /** The number is being dialled; one that is not sure is for the hand. */
  const call = () => {
    if (!isOpen) return;
    if (!isDialled) return setSaid({ kind: "unsure" });
    void act(async () => {
      const result = await actions.logCall({ leadId });
      return result.ok ? { kind: "calling", ...result.value } : refused(result);
    });
  };
  const openAgain = actions.reopen;
  const reopen =
    openAgain &&
    (() =>
      void act(async () => {
        const result = await openAgain({ leadId, reason: (reason ?? "").trim() });
        if (!result.ok) return refused(result);
        setReason(null);
        return { kind: "reopened", ...result.value };
      }));

  async function takeBack(done: Undoable): Promise<WorkSaid> {
    const { touchId } = done;
    if (done.kind === "recorded") {
      const result = await actions.undo({ leadId, touchId });
      if (!result.ok) return refused(result);
      newest.current = result.value.seenTouchId;
      giveBack(done.words);
      return { kind: "undone" };
    }
    const result = await actions.undoNote({ leadId, touchId });
    if (!result.ok) return refused(result);
    if (done.kind === "noted") giveBack(result.value.note);
    if (done.kind === "reopened") setReason(result.value.note);
    return { kind: UNDONE[done.kind] };
  }
  const undo = said && "touchId" in said ? () => void act(() => takeBack(said)) : null;

  return {
    ...{ leadId, name, isOpen, asking, ask, said, undo },
    ...{ note, setNote, keep, record, choose, call },
    ...{ reason, setReason, reopen },
  };
}

type Undoable = Extract<WorkSaid, { touchId: number }>;
const UNDONE = { noted: "note_undone", calling: "call_undone", reopened: "closed_again" } as const;

function refused({ refusal }: Extract<ActionResult<never>, { ok: false }>): WorkSaid {
  return { kind: "refused", message: refusal.message };
}
