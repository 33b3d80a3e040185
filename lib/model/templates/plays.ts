import { cellNames } from "#lib/scoring/bands.ts";
import type { Definition, Play } from "#lib/scoring/definition.ts";

type Work = Omit<Play, "priority">;

const CALL_NOW: Work = { temperature: "hot", action: "call_now", slaMinutes: 60 };
const CALL_TODAY: Work = { temperature: "hot", action: "call_today", slaMinutes: 240 };
const CALL_WARM: Work = { temperature: "warm", action: "call_today", slaMinutes: 480 };
const NURTURE: Work = { temperature: "warm", action: "nurture", slaMinutes: null };
const ENRICH: Work = { temperature: "warm", action: "enrich", slaMinutes: null };
const KEEP: Work = { temperature: "cold", action: "nurture", slaMinutes: null };
const LEAVE: Work = { temperature: "cold", action: "leave", slaMinutes: null };

/**
 * What a team without an agreement of its own does, in the order of work: engagement weighs 70 against 30, so it leads.
 * Five kinds of work, from the telephone to nothing; with three bands the middle one is what B, C, 2 and 3 are with four.
 */
const WORK: Readonly<Record<number, readonly (readonly [cell: string, work: Work])[]>> = {
  4: [
    ["A1", CALL_NOW],
    ["A2", CALL_TODAY],
    ["B1", CALL_TODAY],
    ["B2", CALL_WARM],
    ["C1", CALL_WARM],
    ["A3", NURTURE],
    ["C2", ENRICH],
    ["B3", NURTURE],
    ["D1", ENRICH],
    ["A4", KEEP],
    ["C3", LEAVE],
    ["B4", LEAVE],
    ["D2", LEAVE],
    ["C4", LEAVE],
    ["D3", LEAVE],
    ["D4", LEAVE],
  ],
  3: [
    ["A1", CALL_NOW],
    ["B1", CALL_TODAY],
    ["A2", CALL_TODAY],
    ["B2", CALL_WARM],
    ["C1", ENRICH],
    ["A3", NURTURE],
    ["C2", LEAVE],
    ["B3", LEAVE],
    ["C3", LEAVE],
  ],
};

/** Plays for three or four bands on both axes, and the cells that are handed to sales: those that are called. */
export function usualPlays(axes: Definition["axes"]): Pick<Definition, "plays"> & { readonly called: string[] } {
  const cells = cellNames(axes).flat();
  const work = WORK[axes.fit.thresholds.length + 1] ?? [];
  const plays = work.map(([cell, play], place): [string, Play] => [cell, { ...play, priority: place + 1 }]);
  if (plays.length !== cells.length) throw new Error("There are plays for three bands on both axes, or four.");
  const called = work.flatMap(([cell, { action }]) => (action === "call_now" || action === "call_today" ? [cell] : []));
  return { plays: Object.fromEntries(plays), called };
}
