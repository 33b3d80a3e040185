import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Touch } from "#lib/call-list/touch.ts";
import { DISPOSITIONS, type Disposition } from "#lib/lifecycle/constants.ts";
import { ACTIONS } from "#lib/scoring/definition.ts";
import { nextActAt, nextActOf } from "./next-act.ts";

const touch = (disposition: Disposition | null, id = 1): Touch => ({
  id,
  at: 0,
  kind: disposition === null ? "note" : "call",
  disposition,
  reason: null,
  snoozedUntil: null,
  snoozedMinute: null,
  note: "",
  by: null,
});
const LEAD = {
  phone: "+31 76 555 01 42",
  email: "sanne@example.com",
  mayCall: true,
  action: "call_today",
  topic: null,
  touches: [],
  followUp: null,
  dueAt: null,
} as const;
const NO_ANSWER = [1, 2, 3].map((id) => touch("no_answer", id));

describe("the next act", () => {
  it("is a call where there is a number that may be called, else an e-mail, else to find one", () => {
    expect(nextActOf(LEAD).channel).toBe("call");
    expect(nextActOf({ ...LEAD, phone: null }).channel).toBe("email");
    expect(nextActOf({ ...LEAD, mayCall: false }).channel).toBe("email");
    expect(nextActOf({ ...LEAD, phone: null, email: null }).channel).toBe("none");
  });

  it("turns to e-mail after three calls that nobody answered, notes between them or not", () => {
    expect(nextActOf({ ...LEAD, touches: NO_ANSWER.slice(1) })).toMatchObject({ channel: "call", callsInVain: 0 });
    expect(nextActOf({ ...LEAD, touches: NO_ANSWER })).toMatchObject({ channel: "email", callsInVain: 3 });
    expect(nextActOf({ ...LEAD, touches: [touch(null), ...NO_ANSWER] })).toMatchObject({ channel: "email" });
    expect(nextActOf({ ...LEAD, touches: [touch("called"), ...NO_ANSWER] })).toMatchObject({ channel: "call" });
    expect(nextActOf({ ...LEAD, touches: NO_ANSWER, email: null })).toMatchObject({ channel: "call", callsInVain: 0 });
  });

  it("is due with the running clock, else on the day it was put off to, else when the play says", () => {
    const due = { ...LEAD, followUp: { day: 20_524, minute: 870 }, dueAt: 5 };
    expect(nextActOf(due).deadline).toEqual({ kind: "clock", at: 5 });
    expect(nextActOf({ ...due, dueAt: null }).deadline).toEqual({ kind: "follow_up", minute: 870 });
    expect(nextActOf({ ...LEAD, action: "call_now" }).deadline).toEqual({ kind: "now" });
    expect(nextActOf(LEAD).deadline).toEqual({ kind: "today" });
    for (const action of ["enrich", "nurture", "leave", null] as const)
      expect(nextActOf({ ...LEAD, action }).deadline).toBeNull();
  });

  it("is due at once when its clock has run out, not before a time that is past", () => {
    const clocked = nextActOf({ ...LEAD, dueAt: 5 });
    expect(nextActAt(clocked, 5)).toEqual(clocked);
    expect(nextActAt(clocked, 6)).toEqual({ ...clocked, deadline: { kind: "now" } });
    expect(nextActAt(nextActOf(LEAD), 6)).toEqual(nextActOf(LEAD));
  });

  it("never names a way that is not open", () => {
    const standing = fc.record({
      phone: fc.option(fc.constant(LEAD.phone)),
      email: fc.option(fc.constant(LEAD.email)),
      mayCall: fc.boolean(),
      action: fc.option(fc.constantFrom(...ACTIONS)),
      touches: fc.array(fc.option(fc.constantFrom(...DISPOSITIONS)).map((of) => touch(of))),
      followUp: fc.option(fc.record({ day: fc.integer(), minute: fc.option(fc.nat(1439)) })),
      dueAt: fc.option(fc.integer()),
    });
    fc.assert(
      fc.property(standing, (lead) => {
        const { channel } = nextActOf({ ...lead, topic: null });
        if (channel === "call") expect(lead.mayCall && lead.phone !== null).toBe(true);
        if (channel === "email") expect(lead.email).not.toBeNull();
        if (channel === "none") expect(lead.email === null && !(lead.mayCall && lead.phone !== null)).toBe(true);
      }),
    );
  });
});
