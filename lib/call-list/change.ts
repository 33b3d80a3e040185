import type { Touch } from "./touch.ts";
import type { CallRow, TodayView } from "./view.ts";

/** The view as it will be once an outcome is recorded. */
export function withOutcome(view: TodayView, leadId: number, touch: Touch): TodayView {
  return changeRow(view, leadId, (row) => ({ ...row, done: touch, seenTouchId: touch.id }));
}

/** The view as it will be once the outcome is taken back; an earlier one of the day shows again at the next read. */
export function withoutOutcome(view: TodayView, leadId: number): TodayView {
  return changeRow(view, leadId, (row) => ({ ...row, done: null, seenTouchId: null }));
}

function changeRow(view: TodayView, leadId: number, change: (row: CallRow) => CallRow): TodayView {
  return { ...view, rows: view.rows.map((row) => (row.leadId === leadId ? change(row) : row)) };
}
