import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arrangeList, byUrgency, type Candidate, sectionOf } from "./arrange.ts";

const REP = 7;
const LIST = { userId: REP, takesUnassigned: true, capacity: 3 };
const DAY = 20_524;

const lead = (leadId: number, changes: Partial<Candidate> = {}): Candidate => ({
  leadId,
  ownerId: REP,
  mayCall: true,
  dueAt: null,
  isNewcomer: false,
  followUp: null,
  priority: 5,
  combined: 50_00,
  newestEventAt: 1_000,
  ...changes,
});
const ids = (list: readonly Candidate[]) => list.map(({ leadId }) => leadId);
const arranged = (...candidates: Candidate[]) => ids(arrangeList(candidates, { ...LIST, capacity: 25 }));

describe("on a list stand", () => {
  it("running clocks, newcomers, follow-ups and then calls, however they score", () => {
    const call = lead(1, { priority: 1, combined: 99_00 });
    const followUp = lead(2, { followUp: { day: DAY, minute: 540 }, priority: null });
    const newcomer = lead(3, { isNewcomer: true });
    const clock = lead(4, { dueAt: 5_000, priority: 9, combined: 1_00 });
    expect(arranged(call, followUp, newcomer, clock)).toEqual([4, 3, 2, 1]);
  });

  it("clocks by the instant they are due, also when the lead is new or was put off", () => {
    const late = lead(1, { dueAt: 9_000 });
    const soon = lead(2, { dueAt: 4_000, isNewcomer: true });
    const overdue = lead(3, { dueAt: 1_000, followUp: { day: DAY, minute: null } });
    expect(arranged(late, soon, overdue)).toEqual([3, 2, 1]);
  });

  it("newcomers the last one first, and those that came at once by their scores", () => {
    const came = (leadId: number, shownAt?: number, combined = 50_00) =>
      lead(leadId, { isNewcomer: true, shownAt, combined });
    expect(arranged(came(1, 100), came(2, 300), came(3, 200), came(4), came(5, 300, 60_00))).toEqual([4, 5, 2, 3, 1]);
    // When somebody else came in says nothing of a call.
    expect(byUrgency(lead(1, { shownAt: 1 }), lead(2, { shownAt: 2 }))).toBe(0);
  });

  it("follow-ups by day, and within a day first those without a time", () => {
    const at = (leadId: number, day: number, minute: number | null) => lead(leadId, { followUp: { day, minute } });
    expect(arranged(at(1, DAY, 600), at(2, DAY, null), at(3, DAY - 2, 900), at(4, DAY, 599))).toEqual([3, 2, 4, 1]);
  });

  it("calls by play, score, newest counted event and id; without an event last", () => {
    const play = lead(9, { priority: 4, combined: 1_00 });
    const score = lead(8, { combined: 50_01 });
    const newer = lead(7, { newestEventAt: 1_001 });
    const twins = [lead(2), lead(3)];
    const silent = lead(1, { newestEventAt: null });
    expect(arranged(silent, ...twins.toReversed(), newer, score, play)).toEqual([9, 8, 7, 2, 3, 1]);
  });
});

const someLead = fc.record({
  leadId: fc.integer({ min: 1, max: 12 }),
  ownerId: fc.constantFrom(REP, REP, REP, null, 8),
  mayCall: fc.boolean(),
  dueAt: fc.option(fc.integer({ min: 0, max: 3 })),
  isNewcomer: fc.boolean(),
  followUp: fc.option(
    fc.record({ day: fc.constantFrom(DAY - 1, DAY), minute: fc.option(fc.constantFrom(0, 540, 1439)) }),
  ),
  priority: fc.option(fc.integer({ min: 1, max: 3 })),
  combined: fc.option(fc.integer({ min: 0, max: 3 })),
  newestEventAt: fc.option(fc.integer({ min: 0, max: 3 })),
});
/** Each lead once, as it stands now. */
const someLeads = fc.uniqueArray(someLead, { selector: ({ leadId }) => leadId, maxLength: 12 });
const someList = fc.record({
  userId: fc.constant(REP),
  takesUnassigned: fc.boolean(),
  capacity: fc.integer({ min: 0, max: 6 }),
});

describe("whatever leads there are", () => {
  it("none stands on the list twice, is somebody else's, or may not be called", () => {
    fc.assert(
      fc.property(fc.array(someLead, { maxLength: 20 }), someList, (leads, list) => {
        const chosen = arrangeList(leads, list);
        expect(new Set(ids(chosen)).size).toBe(chosen.length);
        for (const { ownerId, mayCall } of chosen) {
          expect(mayCall).toBe(true);
          expect(ownerId === REP || (ownerId === null && list.takesUnassigned)).toBe(true);
        }
      }),
    );
  });

  it("the list does not depend on the order in which they were found, nor on being arranged already", () => {
    fc.assert(
      fc.property(someLeads, someList, fc.infiniteStream(fc.nat()), (leads, list, keys) => {
        const shuffled = leads.map((each) => ({ each, key: keys.next().value })).sort((a, b) => a.key - b.key);
        const chosen = arrangeList(leads, list);
        expect(
          arrangeList(
            shuffled.map(({ each }) => each),
            list,
          ),
        ).toEqual(chosen);
        expect(arrangeList(chosen, list)).toEqual(chosen);
      }),
    );
  });

  it("calls are cut to capacity, clocks, newcomers and follow-ups never", () => {
    fc.assert(
      fc.property(someLeads, someList, (leads, list) => {
        const chosen = arrangeList(leads, list);
        const all = arrangeList(leads, { ...list, capacity: leads.length });
        const isCall = (each: Candidate) => sectionOf(each) === "call";
        expect(chosen.filter((each) => !isCall(each))).toEqual(all.filter((each) => !isCall(each)));
        expect(chosen.filter(isCall)).toEqual(all.filter(isCall).slice(0, list.capacity));
      }),
    );
  });

  it("a lead that is left out for want of capacity stands behind all that are not", () => {
    fc.assert(
      fc.property(someLeads, someList, (leads, list) => {
        const chosen = arrangeList(leads, list);
        const all = arrangeList(leads, { ...list, capacity: leads.length });
        expect(all.slice(0, chosen.length)).toEqual(chosen);
      }),
    );
  });

  it("time orders them the same way round, whichever is asked about first", () => {
    fc.assert(
      fc.property(someLead, someLead, someLead, (one, other, third) => {
        expect(Math.sign(byUrgency(one, other))).toBe(-Math.sign(byUrgency(other, one)) || 0);
        if (byUrgency(one, other) <= 0 && byUrgency(other, third) <= 0)
          expect(byUrgency(one, third)).toBeLessThanOrEqual(0);
      }),
    );
  });
});
