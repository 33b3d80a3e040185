import { describe, expect, it } from "vitest";
import { standingOf, type Touch } from "./touch.ts";

const DAY = 20_524;
const DAY_START = 1_000_000;

let nextId = 0;
function touch(at: number, changes: Partial<Touch> = {}): Touch {
  nextId++;
  const blank = {
    kind: "call",
    disposition: "called",
    reason: null,
    snoozedUntil: null,
    snoozedMinute: null,
    note: "",
    by: null,
  } as const;
  return { ...blank, id: nextId, at, ...changes };
}
const standing = (...touches: Touch[]) => standingOf(touches, { day: DAY, dayStart: DAY_START });

describe("what the touches of a lead mean today", () => {
  it("is nothing without touches", () => {
    expect(standing()).toEqual({
      seenTouchId: null,
      recorded: null,
      done: null,
      followUp: null,
      notes: [],
      last: null,
    });
  });

  it("an outcome at the first instant of the day makes it done, one before does not", () => {
    const first = touch(DAY_START);
    expect(standing(first)).toMatchObject({ done: first, last: null, seenTouchId: first.id });
    const before = touch(DAY_START - 1);
    expect(standing(before)).toMatchObject({ done: null, last: before, seenTouchId: before.id });
  });

  it("an e-mail is a touch and no outcome", () => {
    const email = touch(DAY_START - 1, { kind: "email", disposition: null });
    expect(standing(email)).toMatchObject({ last: email, seenTouchId: null });
    expect(standing(touch(DAY_START + 1, { kind: "email", disposition: null }))).toMatchObject({ done: null });
  });

  it("a call whose outcome is not known yet stands beside the notes, and makes nothing done", () => {
    const dialled = touch(DAY_START + 1, { kind: "call", disposition: null });
    expect(standing(dialled)).toMatchObject({ notes: [dialled], done: null, recorded: null, seenTouchId: null });
  });

  it.each([
    [DAY - 1, { day: DAY - 1, minute: null }],
    [DAY, { day: DAY, minute: null }],
    [DAY + 1, null],
  ])("put off until day %i it follows up on %o", (snoozedUntil, followUp) => {
    expect(standing(touch(5, { disposition: "snoozed", snoozedUntil }))).toMatchObject({ followUp });
  });

  it("put off to later the same day it is due again then, and not done", () => {
    const call = touch(DAY_START + 1);
    const later = touch(DAY_START + 2, { disposition: "snoozed", snoozedUntil: DAY, snoozedMinute: 900 });
    const standsAgain = { recorded: later, done: null, followUp: { day: DAY, minute: 900 } };
    expect(standing(later, call)).toMatchObject(standsAgain);
    const answered = touch(DAY_START + 3);
    expect(standing(answered, later, call)).toMatchObject({ recorded: answered, done: answered, followUp: null });
  });

  it("a note of the day is shown, and is no outcome", () => {
    const note = touch(DAY_START + 1, { kind: "note", disposition: null, note: "asks for prices" });
    const older = touch(DAY_START - 1, { kind: "note", disposition: null });
    expect(standing(note, older)).toMatchObject({ notes: [note], recorded: null, done: null, seenTouchId: null });
  });

  it("stays a follow-up once it is done, and is none after a later outcome", () => {
    const snooze = touch(5, { disposition: "snoozed", snoozedUntil: DAY });
    expect(standing(touch(DAY_START + 1), snooze)).toMatchObject({ followUp: { day: DAY, minute: null } });
    expect(standing(touch(6), snooze)).toMatchObject({ followUp: null });
  });
});
