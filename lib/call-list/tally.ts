import type { CallRow, CallSection, TodayView } from "./view.ts";
import { CALL_SECTIONS } from "./view.ts";

export type Tally = {
  readonly total: number;
  readonly done: number;
  readonly left: number;
  /** Left the list during the day before they were done. */
  readonly gone: number;
  /** Of those left, came in after the list was made. */
  readonly newcomers: number;
};

/** How far a rep is with a list: all who stood on it count, whatever became of them. */
export function tallyOf({ rows, gone }: Pick<TodayView, "rows" | "gone">): Tally {
  const left = rows.filter(({ done }) => done === null);
  return {
    total: rows.length + gone.done + gone.undone,
    done: rows.length - left.length + gone.done,
    left: left.length,
    gone: gone.undone,
    newcomers: left.filter(({ isNewcomer }) => isNewcomer).length,
  };
}

export type SectionRows = { readonly section: CallSection; readonly rows: readonly CallRow[] };

/** What is left to do, by section in the order of the page; without the empty ones. */
export function sectionsOf(rows: readonly CallRow[]): SectionRows[] {
  return CALL_SECTIONS.map((section) => ({
    section,
    rows: rows.filter((row) => row.done === null && row.section === section),
  })).filter((group) => group.rows.length > 0);
}

/** What is done, newest first. */
export function doneOf(rows: readonly CallRow[]): CallRow[] {
  return rows
    .filter(({ done }) => done !== null)
    .sort((one, other) => (other.done?.at ?? 0) - (one.done?.at ?? 0) || other.leadId - one.leadId);
}

/** Done rows that a page shows until all are asked for. */
export const FIRST_DONE = 2;

/** Every row that a page shows, from top to bottom. */
export function shownRows(rows: readonly CallRow[], showsAllDone: boolean): CallRow[] {
  const done = doneOf(rows);
  return [...sectionsOf(rows).flatMap((group) => group.rows), ...(showsAllDone ? done : done.slice(0, FIRST_DONE))];
}

/** The lead to go on with when one is done: the next that is left, else the last that is. */
export function nextLeft(rows: readonly CallRow[], leadId: number): number | null {
  const left = sectionsOf(rows).flatMap((group) => group.rows.map((row) => row.leadId));
  const place = left.indexOf(leadId);
  const others = left.filter((id) => id !== leadId);
  return others[place === -1 ? 0 : place] ?? others.at(-1) ?? null;
}
