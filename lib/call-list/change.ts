import { isAttempt } from "#lib/lifecycle/constants.ts";
import { sectionOf } from "./arrange.ts";
import { promiseOf, type Touch } from "./touch.ts";
import type { CallRow, TodayView } from "./view.ts";

/** Stands for the id of a touch that the page does not know yet. */
export const ON_ITS_WAY = -1;

/** The view as it will be once an outcome is recorded; who is put off to later the day, or while a clock runs, stays to be called. */
export function withOutcome(view: TodayView, leadId: number, touch: Touch): TodayView {
  const back = promiseOf(touch, view.day);
  return changeRow(view, leadId, (row) => {
    const told = { ...row, recorded: touch, seenTouchId: ON_ITS_WAY };
    if (!back) return { ...told, done: row.clock && !isAttempt(touch.kind) ? null : touch };
    const urgency = { ...told, followUp: back, isNewcomer: false };
    return { ...urgency, section: sectionOf(urgency) };
  });
}

/** The view as it will be once the outcome is taken back; what it hid shows again at the next reading. */
export function withoutOutcome(view: TodayView, leadId: number): TodayView {
  return changeRow(view, leadId, (row) => ({ ...row, recorded: null, done: null, seenTouchId: ON_ITS_WAY }));
}

/** The view as it will be once a note is kept. */
export function withNote(view: TodayView, leadId: number, note: Touch): TodayView {
  return changeRow(view, leadId, (row) => ({ ...row, notes: [note, ...row.notes] }));
}

/** The view as it will be once a note is taken back. */
export function withoutNote(view: TodayView, leadId: number, note: Touch): TodayView {
  return changeRow(view, leadId, (row) => ({ ...row, notes: row.notes.filter(({ id }) => id !== note.id) }));
}

/** The view with a row as it was. */
export function withRow(view: TodayView, row: CallRow): TodayView {
  return changeRow(view, row.leadId, () => row);
}

function changeRow(view: TodayView, leadId: number, change: (row: CallRow) => CallRow): TodayView {
  return { ...view, rows: view.rows.map((row) => (row.leadId === leadId ? change(row) : row)) };
}
