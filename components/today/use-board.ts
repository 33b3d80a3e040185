import { useRef, useState } from "react";
import type { Question } from "#components/dispositions/outcome-form.tsx";
import type { TouchActions } from "#components/dispositions/touch-actions.ts";
import { doneOf, nextLeft } from "#lib/call-list/tally.ts";
import type { CallRow, TodayView } from "#lib/call-list/view.ts";
import type { Disposition, KeyedDisposition } from "#lib/lifecycle/constants.ts";
import type { Outcome } from "#lib/lifecycle/outcome.ts";
import { offeredDispositions } from "#lib/lifecycle/reach.ts";
import { isOpen } from "#lib/lifecycle/stage-rules.ts";
import { useIsWide } from "./use-is-wide.ts";
import { useNotes } from "./use-notes.ts";
import { useOutcomes } from "./use-outcomes.ts";
import { useRowInHand } from "./use-row-in-hand.ts";
import { useSeenTouch } from "./use-seen-touch.ts";
import { useToday } from "./use-today.ts";

/** Nobody comes to the same outcome of two leads within this; the second press is a slip. */
const SLIP_MS = 500;

/** The list, the row in hand, and what is asked, typed and recorded of it. */
export function useBoard(initial: TodayView, actions: TouchActions) {
  const { view, queryKey, isStale } = useToday(initial);
  const { isSaving, notice, dismiss, record, undo } = useOutcomes({
    view,
    queryKey,
    actions,
    onReturn: (returned) => {
      notes.giveBack(returned);
      seen.tell(returned.leadId);
    },
  });
  const notes = useNotes();
  const isWide = useIsWide();
  const [asking, setAsking] = useState<Question | null>(null);
  const [isSheetOpen, setSheetOpen] = useState(false);
  const lastOutcome = useRef<{ disposition: Disposition; at: number } | null>(null);

  const { focus, ...inHand } = useRowInHand(view, () => setAsking(null));
  const { selected, current, focusRow } = inHand;
  const seen = useSeenTouch(selected);
  const note = current === null ? "" : notes.noteOf(current);
  // Nobody who may not be called is on a list.
  const offered = selected ? offeredDispositions({ ...selected, mayCall: true, mayEmail: true }) : [];
  const mayRecord = view.isOwn && selected !== null && isOpen(selected.stage);
  const ownDone = ({ done }: CallRow) => done?.by?.userId === view.rep.userId;
  const undoable = selected && ownDone(selected) ? selected : (doneOf(view.rows).find(ownDone) ?? null);

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
    record({ row: seen.asSeen(selected), outcome, note: note.trim() });
    seen.act(selected.leadId);
    notes.drop(selected.leadId);
    setSheetOpen(false);
    focusRow(nextLeft(view.rows, selected.leadId) ?? selected.leadId);
  }
  function takeBack(row = undoable) {
    if (!view.isOwn || !row?.done) return;
    undo({ row, touch: row.done });
    seen.act(row.leadId);
    setSheetOpen(false);
    focusRow(row.leadId);
  }

  return {
    ...inHand,
    view,
    isStale,
    isSaving,
    notice,
    dismiss,
    asking,
    isSheetOpen: isSheetOpen && !isWide,
    note,
    mayRecord,
    offered,
    ask,
    choose,
    submit,
    takeBack,
    /** From a field to the row that is selected as it is. */
    leaveField: focus.bringBack,
    setSheetOpen,
    setNote: (text: string) => current !== null && notes.write(current, text),
  };
}
