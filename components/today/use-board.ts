import { useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import type { NoteActions, TouchActions } from "#components/dispositions/touch-actions.ts";
import { useGiving } from "#components/owner/give-provider.tsx";
import { lastOwnAct } from "#lib/call-list/own-acts.ts";
import { nextLeft } from "#lib/call-list/tally.ts";
import type { CallRow, TodayView } from "#lib/call-list/view.ts";
import type { KeyedDisposition } from "#lib/lifecycle/constants.ts";
import type { Outcome } from "#lib/lifecycle/outcome.ts";
import { offeredDispositions } from "#lib/lifecycle/reach.ts";
import { isOpen } from "#lib/lifecycle/stage-rules.ts";
import type { ActionResult } from "#lib/result.ts";
import { useActs } from "./use-acts.ts";
import { useIsWide } from "./use-is-wide.ts";
import { useNoteActs } from "./use-note-acts.ts";
import { useNotes } from "./use-notes.ts";
import { useOpenParts } from "./use-open-parts.ts";
import { type ReturnedNote, useOutcomes } from "./use-outcomes.ts";
import { useRowInHand } from "./use-row-in-hand.ts";
import { useSeenTouch } from "./use-seen-touch.ts";
import { useSlips } from "./use-slips.ts";
import { useToday } from "./use-today.ts";

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
  const onReturn = ({ row, note, noteId }: ReturnedNote) => {
    notes.giveBack(row, note, noteId);
    seen.tell(row.leadId);
  };
  const { record, undo } = useOutcomes({ acts, view, actions, onReturn });
  const { keepNote, logCall, takeBackNote } = useNoteActs({ acts, view, actions, onReturn });
  const isWide = useIsWide();
  const giving = useGiving();
  const client = useQueryClient();
  /** Whether the last act gave a lead away: its row is gone, and the page around keeps what can be taken back. */
  const gaveLast = useRef(false);
  const slips = useSlips();

  const parts = useOpenParts({ isWide, onLeave: () => focus.follow(current) });
  const { focus, ...inHand } = useRowInHand(view, parts.dropQuestion);
  const { selected, current, focusRow } = inHand;
  const seen = useSeenTouch(selected);
  const note = current === null ? "" : notes.noteOf(current);
  // Nobody who may not be called is on a list.
  const offered = selected ? offeredDispositions({ ...selected, mayCall: true, mayEmail: true }) : [];
  const isWorked = ({ stage }: CallRow) => view.isOwn && isOpen(stage);
  const mayRecord = selected !== null && isWorked(selected);
  const { userId } = view.rep;
  /** The lead of which the page says at the moment what was recorded. */
  const saidOf = acts.notice && "touch" in acts.notice ? acts.notice.row.leadId : null;
  const undoable = lastOwnAct(view.rows, { userId, leadIds: [saidOf, current] });

  function choose(disposition: KeyedDisposition, at: number) {
    if (!mayRecord || !offered.includes(disposition) || slips.isSlip(disposition, at)) return;
    if (disposition === "rejected" || disposition === "snoozed") parts.ask(disposition);
    else submit({ disposition }, at);
  }
  function submit(outcome: Outcome, at: number) {
    const { disposition } = outcome;
    if (!mayRecord || slips.isSlip(disposition, at)) return;
    slips.remember(disposition, at);
    gaveLast.current = false;
    record({ row: seen.asSeen(selected), outcome, note: note.trim() });
    seen.act(selected.leadId);
    notes.drop(selected.leadId);
    parts.setSheetOpen(false);
    focusRow(nextLeft(view.rows, selected.leadId) ?? selected.leadId);
  }
  function keep() {
    if (!mayRecord || note.trim() === "") return;
    keepNote(selected, { note: note.trim(), noteId: notes.idOf(selected.leadId) });
    gaveLast.current = false;
    notes.drop(selected.leadId);
    focus.bringBack();
  }
  /** A number that is dialled, here or in its row, asks what came of it; one that is not sure is for the hand. */
  function call(row = selected) {
    if (row?.phone == null) return;
    if (row.leadId !== current) inHand.select(row.leadId);
    if (row.dial === null || !isWorked(row)) acts.say({ kind: row.dial === null ? "unsure" : "calling", row });
    else {
      logCall(row);
      gaveLast.current = false;
    }
    if (row.dial !== null && !isWide) parts.setSheetOpen(true);
  }
  function gaveAway() {
    if (!selected) return;
    gaveLast.current = true;
    notes.drop(selected.leadId);
    parts.setSheetOpen(false);
    focusRow(nextLeft(view.rows, selected.leadId) ?? selected.leadId);
    void client.invalidateQueries({ queryKey });
  }
  function undoLast() {
    if (!gaveLast.current || !giving.undo) return takeBack();
    gaveLast.current = false;
    giving.undo();
  }
  function takeBack(act = undoable) {
    if (!view.isOwn || !act) return;
    const { row, touch } = act;
    slips.forget();
    if (touch.disposition === null) takeBackNote(act);
    else {
      undo(act);
      seen.act(row.leadId);
    }
    parts.setSheetOpen(false);
    focusRow(row.leadId);
  }

  return {
    ...inHand,
    ...parts,
    view,
    isStale,
    isSaving: acts.isSaving,
    notice: acts.notice,
    dismiss: () => acts.say(null),
    note,
    strayNotes: notes.stray,
    putAway: notes.drop,
    mayRecord,
    offered,
    choose,
    submit,
    keep,
    call,
    undoable,
    takeBack,
    /** By its key: whatever came last, a lead that was given away as well. */
    undoLast,
    canUndo: view.isOwn && (undoable !== null || giving.undo !== null),
    gaveAway,
    /** From a field to the row that is selected as it is. */
    leaveField: focus.bringBack,
    setNote: (text: string) => selected && notes.write(selected, text),
  };
}

export type Board = ReturnType<typeof useBoard>;
