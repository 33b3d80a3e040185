import type { CallRow, CallSection } from "./view.ts";
import { CALL_SECTIONS } from "./view.ts";

export type Tally = {
  readonly total: number;
  readonly done: number;
  readonly left: number;
  /** Of those left, came in after the list was made. */
  readonly newcomers: number;
};

export function tallyOf(rows: readonly CallRow[]): Tally {
  const left = rows.filter(({ done }) => done === null);
  return {
    total: rows.length,
    done: rows.length - left.length,
    left: left.length,
    newcomers: left.filter(({ section }) => section === "new").length,
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
