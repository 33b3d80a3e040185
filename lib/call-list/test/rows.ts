import type { Touch } from "#lib/call-list/touch.ts";
import type { CallRow } from "#lib/call-list/view.ts";

export const REP = { userId: 7, name: "Fleur" };

export function aTouch(id: number, changes: Partial<Touch> = {}): Touch {
  return {
    id,
    at: id,
    kind: "call",
    disposition: "called",
    reason: null,
    snoozedUntil: null,
    snoozedMinute: null,
    note: "",
    by: REP,
    ...changes,
  };
}

export function aRow(leadId: number, changes: Partial<CallRow> = {}): CallRow {
  return {
    leadId,
    section: "call",
    dueAt: null,
    clock: null,
    isNewcomer: changes.section === "new",
    shownAt: 0,
    name: null,
    firstName: null,
    jobTitle: null,
    company: null,
    city: null,
    employees: null,
    phone: null,
    dial: null,
    email: null,
    stage: "lead",
    isUnassigned: false,
    score: null,
    why: { main: { key: "no_score", criteria: [], eventIds: [] }, second: null },
    followUp: null,
    lastTouch: null,
    seenTouchId: null,
    recorded: changes.done ?? null,
    done: null,
    notes: [],
    preparation: {
      briefing: null,
      opening: null,
      lastTouches: [],
      nextAct: null,
      qualification: { framework: "bant", items: [] },
    },
    ...changes,
  };
}
