import type { Touch } from "./touch.ts";
import type { CallRow } from "./view.ts";

/** Something that a rep did with a lead of the list this day. */
export type OwnAct = { readonly row: CallRow; readonly touch: Touch };

type Asked = {
  readonly userId: number;
  /** Leads that come before the rest of the list, the first of them first. */
  readonly leadIds: readonly (number | null)[];
};

/** What undo takes back: what the rep did last this day, an outcome or a note, with the first of these leads that there is such a thing of; else on the list. */
export function lastOwnAct(rows: readonly CallRow[], { userId, leadIds }: Asked): OwnAct | null {
  const lastOf = (some: readonly CallRow[]) =>
    some
      .flatMap((row) => ownActs(row, userId))
      .sort(byTime)
      .slice(0, 1);
  const ofLeads = leadIds.flatMap((leadId) => lastOf(rows.filter((row) => row.leadId === leadId)));
  return [...ofLeads, ...lastOf(rows)][0] ?? null;
}

/** A time for something that is just being done: later than all that has been, whatever the clock of the page says. */
export function timeOfNext(rows: readonly CallRow[], readAt: number): number {
  const times = rows.flatMap(({ recorded, notes }) => [...(recorded ? [recorded] : []), ...notes]).map(({ at }) => at);
  return Math.max(readAt, ...times.map((at) => at + 1));
}

function ownActs(row: CallRow, userId: number): OwnAct[] {
  const touches = row.recorded ? [row.recorded, ...row.notes] : row.notes;
  return touches.filter(({ by }) => by?.userId === userId).map((touch) => ({ row, touch }));
}

function byTime(one: OwnAct, other: OwnAct): number {
  return other.touch.at - one.touch.at;
}
