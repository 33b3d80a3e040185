import { useRef, useState } from "react";
import type { Question } from "#components/dispositions/outcome-form.tsx";
import type { TouchActions } from "#components/dispositions/touch-actions.ts";
import { useSelectedLead } from "#components/leads/use-selected-lead.ts";
import { type ListMove, movedPlace } from "#components/shell/list-move.ts";
import { doneOf, nextLeft, sectionsOf, shownRows } from "#lib/call-list/tally.ts";
import type { CallRow, TodayView } from "#lib/call-list/view.ts";
import type { Disposition } from "#lib/lifecycle/constants.ts";
import type { Outcome } from "#lib/lifecycle/outcome.ts";
import { offeredDispositions } from "#lib/lifecycle/reach.ts";
import { isOpen } from "#lib/lifecycle/stage-rules.ts";
import { useIsWide } from "./use-is-wide.ts";
import { useNotes } from "./use-notes.ts";
import { useOutcomes } from "./use-outcomes.ts";
import { useRowFocus } from "./use-row-focus.ts";
import { useSeenTouch } from "./use-seen-touch.ts";
import { useToday } from "./use-today.ts";

/** Nobody comes to the same outcome of two leads within this; the second press is a slip. */
const SLIP_MS = 500;

/** What is selected, asked and typed on the page, and what keys and buttons do with it. */
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
  // Named from the start: who comes in later must not slip under the reader's key.
  const [firstId] = useState(() => shownRows(initial.rows, false)[0]?.leadId ?? null);
  const { selectedId, ...address } = useSelectedLead("today", (leadId) => focus.follow(leadId));
  const [asking, setAsking] = useState<Question | null>(null);
  const [isSheetOpen, setSheetOpen] = useState(false);
  const [showsAllDone, setShowsAllDone] = useState(false);
  const lastOutcome = useRef<{ disposition: Disposition; at: number } | null>(null);

  const shown = shownRows(view.rows, showsAllDone);
  const selected = find(selectedId) ?? find(firstId) ?? shown[0] ?? null;
  const current = selected?.leadId ?? null;
  const seen = useSeenTouch(selected);
  const focus = useRowFocus(current);
  const place = shown.findIndex(({ leadId }) => leadId === current);
  const note = current === null ? "" : notes.noteOf(current);
  // Nobody who may not be called is on a list.
  const offered = selected ? offeredDispositions({ ...selected, mayCall: true, mayEmail: true }) : [];
  const mayRecord = view.isOwn && selected !== null && isOpen(selected.stage);
  const ownDone = ({ done }: CallRow) => done?.by?.userId === view.rep.userId;
  const undoable = selected && ownDone(selected) ? selected : (doneOf(view.rows).find(ownDone) ?? null);

  function find(wantedId: number | null) {
    return view.rows.find(({ leadId }) => leadId === wantedId);
  }

  function select(leadId: number) {
    address.select(leadId);
    setAsking(null);
  }
  function focusRow(leadId: number) {
    focus.follow(leadId);
    select(leadId);
    if (leadId === current) focus.bringBack();
  }
  function move(step: ListMove) {
    const next = movedPlace(step, { place, count: shown.length });
    const row = next === null ? undefined : shown[next];
    if (row) focusRow(row.leadId);
  }
  /** The place in the list, for the way back. */
  function leaving(leadId: number) {
    const left = sectionsOf(view.rows).flatMap(({ rows }) => rows.map((row) => row.leadId));
    const leadIds = left.includes(leadId) ? left : shown.map((row) => row.leadId);
    return { leadIds, total: leadIds.length, openedId: leadId };
  }
  function open(leadId = current) {
    if (leadId !== null) void address.leaveByKey(leaving(leadId));
  }
  function ask(question: Question | null) {
    setAsking(question);
    if (question === null && isWide) focus.follow(current);
    else if (question !== null && !isWide) setSheetOpen(true);
  }
  function isSlip(disposition: Disposition, at: number): boolean {
    const last = lastOutcome.current;
    return last?.disposition === disposition && at - last.at < SLIP_MS;
  }
  function choose(disposition: Disposition, at: number) {
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
    view,
    isStale,
    isSaving,
    notice,
    dismiss,
    selected,
    current,
    asking,
    isSheetOpen: isSheetOpen && !isWide,
    showsAllDone,
    note,
    mayRecord,
    offered,
    select,
    focusRow,
    move,
    leave: (leadId: number) => address.leave(leaving(leadId)),
    open,
    ask,
    choose,
    submit,
    takeBack,
    /** From a field to the row that is selected as it is. */
    leaveField: focus.bringBack,
    setSheetOpen,
    setNote: (text: string) => current !== null && notes.write(current, text),
    toggleDone: () => setShowsAllDone((shows) => !shows),
  };
}
