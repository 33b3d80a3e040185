import type { Touch } from "./touch.ts";
import type { CallRow } from "./view.ts";

/** Something that a rep did with a lead of the list this day. */
export type OwnAct = { readonly row: CallRow; readonly touch: Touch };

/** What the rep did last with this lead this day, an outcome or a note: what undo takes back. */
export function lastOwnAct(row: CallRow, userId: number): OwnAct | null {
  const [last] = ownActs(row, userId);
  return last ?? null;
}

/** What the rep did last on the list. */
export function lastOwnActOf(rows: readonly CallRow[], userId: number): OwnAct | null {
  const [last] = rows.flatMap((row) => ownActs(row, userId)).sort(byTime);
  return last ?? null;
}

/** A time for something that is just being done: later than all that has been, whatever the clock of the page says. */
export function timeOfNext(rows: readonly CallRow[], readAt: number): number {
  const times = rows.flatMap(({ recorded, notes }) => [...(recorded ? [recorded] : []), ...notes]).map(({ at }) => at);
  return Math.max(readAt, ...times.map((at) => at + 1));
}

function ownActs(row: CallRow, userId: number): OwnAct[] {
  const touches = row.recorded ? [row.recorded, ...row.notes] : row.notes;
  return touches
    .filter(({ by }) => by?.userId === userId)
    .map((touch) => ({ row, touch }))
    .sort(byTime);
}

function byTime(one: OwnAct, other: OwnAct): number {
  return other.touch.at - one.touch.at;
}
