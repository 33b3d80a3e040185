import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import type { Question } from "#components/dispositions/outcome-form.tsx";
import type { NoteActions, TouchActions } from "#components/dispositions/touch-actions.ts";
import { useHandOver } from "#components/owner/hand-over-provider.tsx";
import { lastOwnAct, lastOwnActOf } from "#lib/call-list/own-acts.ts";
import { nextLeft } from "#lib/call-list/tally.ts";
import type { TodayView } from "#lib/call-list/view.ts";
import type { Disposition, KeyedDisposition } from "#lib/lifecycle/constants.ts";
import type { Outcome } from "#lib/lifecycle/outcome.ts";
import { offeredDispositions } from "#lib/lifecycle/reach.ts";
import { isOpen } from "#lib/lifecycle/stage-rules.ts";
import type { ActionResult } from "#lib/result.ts";
import { useActs } from "./use-acts.ts";
import { useIsWide } from "./use-is-wide.ts";
import { useNoteActs } from "./use-note-acts.ts";
import { useNotes } from "./use-notes.ts";
import { type ReturnedNote, useOutcomes } from "./use-outcomes.ts";
import { useRowInHand } from "./use-row-in-hand.ts";
import { useSeenTouch } from "./use-seen-touch.ts";
import { useToday } from "./use-today.ts";

/** Nobody comes to the same outcome of two leads within this; the second press is a slip. */
const SLIP_MS = 500;

export type TodayActions = TouchActions &
  NoteActions & {
    /** Makes a list on a day off. */
    readonly startDay: (input: Record<string, never>) => Promise<ActionResult<null>>;
  };

/** The list, the row in hand, and what is asked, typed and recorded of it. */
export function useBoard(initial: TodayView, actions: TodayActions) {
  const { view, queryKey, isStale } = useToday(initial);
  const acts = useActs(queryKey);
  const notes = useNotes(view);
  const onReturn = ({ row, note }: ReturnedNote) => {
    notes.giveBack(row, note);
    seen.tell(row.leadId);
  };
  const { record, undo } = useOutcomes({ acts, view, actions, onReturn });
  const { keepNote, takeBackNote } = useNoteActs({ acts, view, actions, onReturn });
  const isWide = useIsWide();
  const [asking, setAsking] = useState<Question | null>(null);
  const [isSheetOpen, setSheetOpen] = useState(false);
  const [showsChange, setShowsChange] = useState(false);
  const [isHandingOver, setHandingOver] = useState(false);
  const handing = useHandOver();
  const client = useQueryClient();
  /** Whether the last act gave a lead away: its row is gone, and the page around keeps what can be taken back. */
  const gaveLast = useRef(false);
  const lastOutcome = useRef<{ disposition: Disposition; at: number } | null>(null);

  const { focus, ...inHand } = useRowInHand(view, () => setAsking(null));
  const { selected, current, focusRow } = inHand;
  const seen = useSeenTouch(selected);
  const note = current === null ? "" : notes.noteOf(current);
  // Nobody who may not be called is on a list.
  const offered = selected ? offeredDispositions({ ...selected, mayCall: true, mayEmail: true }) : [];
  const mayRecord = view.isOwn && selected !== null && isOpen(selected.stage);
  const { userId } = view.rep;
  const undoable = (selected && lastOwnAct(selected, userId)) ?? lastOwnActOf(view.rows, userId);

  function ask(question: Question | null) {
    setAsking(question);
    if (question === null && isWide) focus.follow(current);
    else if (question !== null && !isWide) setSheetOpen(true);
  }
  function isSlip(disposition: Disposition, at: number): boolean {
    const last = lastOutcome.current;
    return last?.disposition === disposition && at - last.at < SLIP_MS;
  }
  function choose(disposition: KeyedDisposition, at: number) {
    if (!mayRecord || !offered.includes(disposition) || isSlip(disposition, at)) return;
    if (disposition === "rejected" || disposition === "snoozed") ask(disposition);
    else submit({ disposition }, at);
  }
  function submit(outcome: Outcome, at: number) {
    const { disposition } = outcome;
    if (!mayRecord || isSlip(disposition, at)) return;
    lastOutcome.current = { disposition, at };
    gaveLast.current = false;
    record({ row: seen.asSeen(selected), outcome, note: note.trim() });
    seen.act(selected.leadId);
    notes.drop(selected.leadId);
    setSheetOpen(false);
    focusRow(nextLeft(view.rows, selected.leadId) ?? selected.leadId);
  }
  function keep() {
    if (!mayRecord || note.trim() === "") return;
    keepNote(selected, note.trim());
    gaveLast.current = false;
    notes.drop(selected.leadId);
    focus.bringBack();
  }
  /** A number that is dialled asks what came of it; one that is not sure is for the hand. */
  function call() {
    if (selected?.phone == null) return;
    acts.say({ kind: selected.dial === null ? "unsure" : "calling", row: selected });
    if (selected.dial !== null && !isWide) setSheetOpen(true);
  }
  function handedOver() {
    if (!selected) return;
    gaveLast.current = true;
    notes.drop(selected.leadId);
    setSheetOpen(false);
    focusRow(nextLeft(view.rows, selected.leadId) ?? selected.leadId);
    void client.invalidateQueries({ queryKey });
  }
  function undoLast() {
    if (!gaveLast.current || !handing.undo) return takeBack();
    gaveLast.current = false;
    handing.undo();
  }
  function takeBack(act = undoable) {
    if (!view.isOwn || !act) return;
    const { row, touch } = act;
    // Who takes an outcome back may come to the same again at once: that is no slip.
    lastOutcome.current = null;
    if (touch.disposition === null) takeBackNote(act);
    else {
      undo(act);
      seen.act(row.leadId);
    }
    setSheetOpen(false);
    focusRow(row.leadId);
  }

  return {
    ...inHand,
    view,
    isStale,
    isSaving: acts.isSaving,
    notice: acts.notice,
    dismiss: () => acts.say(null),
    asking,
    isSheetOpen: isSheetOpen && !isWide,
    note,
    strayNotes: notes.stray,
    putAway: notes.drop,
    mayRecord,
    offered,
    ask,
    choose,
    submit,
    keep,
    call,
    undoable,
    takeBack,
    /** By its key: whatever came last, a lead that was given away as well. */
    undoLast,
    canUndo: view.isOwn && (undoable !== null || handing.undo !== null),
    isHandingOver,
    setHandingOver,
    handedOver,
    /** From a field to the row that is selected as it is. */
    leaveField: focus.bringBack,
    setSheetOpen,
    showsChange,
    toggleChange: () => setShowsChange((shows) => !shows),
    setNote: (text: string) => selected && notes.write(selected, text),
  };
}

export type Board = ReturnType<typeof useBoard>;
