import type { Touch } from "./touch.ts";
import type { CallRow, TodayView } from "./view.ts";

/** Stands for the id of a touch that the page does not know yet. */
export const ON_ITS_WAY = -1;

/** The view as it will be once an outcome is recorded. */
export function withOutcome(view: TodayView, leadId: number, touch: Touch): TodayView {
  return changeRow(view, leadId, (row) => ({ ...row, done: touch, seenTouchId: ON_ITS_WAY }));
}

/** The view as it will be once the outcome is taken back; what it hid shows again at the next reading. */
export function withoutOutcome(view: TodayView, leadId: number): TodayView {
  return changeRow(view, leadId, (row) => ({ ...row, done: null, seenTouchId: ON_ITS_WAY }));
}

/** The view with a row as it was. */
export function withRow(view: TodayView, row: CallRow): TodayView {
  return changeRow(view, row.leadId, () => row);
}

function changeRow(view: TodayView, leadId: number, change: (row: CallRow) => CallRow): TodayView {
  return { ...view, rows: view.rows.map((row) => (row.leadId === leadId ? change(row) : row)) };
}
