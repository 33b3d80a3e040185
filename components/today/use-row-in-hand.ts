import { useState } from "react";
import { useSelectedLead } from "#components/leads/use-selected-lead.ts";
import { type ListMove, movedPlace } from "#components/shell/list-move.ts";
import { sectionsOf, shownRows } from "#lib/call-list/tally.ts";
import type { TodayView } from "#lib/call-list/view.ts";
import { useRowFocus } from "./use-row-focus.ts";

/** The row in hand: which it is, and how the reader comes to another or to its lead. */
export function useRowInHand(view: TodayView, onSelect: () => void) {
  // Named from the start: who comes in later must not slip under the reader's key.
  const [firstId] = useState(() => shownRows(view.rows, false)[0]?.leadId ?? null);
  const [showsAllDone, setShowsAllDone] = useState(false);
  const { selectedId, ...address } = useSelectedLead("today", (leadId) => focus.follow(leadId));
  const shown = shownRows(view.rows, showsAllDone);
  const selected = find(selectedId) ?? find(firstId) ?? shown[0] ?? null;
  const current = selected?.leadId ?? null;
  const focus = useRowFocus(current);

  function find(wantedId: number | null) {
    return view.rows.find(({ leadId }) => leadId === wantedId);
  }
  function select(leadId: number) {
    address.select(leadId);
    onSelect();
  }
  function focusRow(leadId: number) {
    focus.follow(leadId);
    select(leadId);
    if (leadId === current) focus.bringBack();
  }
  function move(step: ListMove) {
    const place = shown.findIndex(({ leadId }) => leadId === current);
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

  return {
    selected,
    current,
    showsAllDone,
    focus,
    select,
    focusRow,
    move,
    open,
    leave: (leadId: number) => address.leave(leaving(leadId)),
    toggleDone: () => setShowsAllDone((shows) => !shows),
  };
}
