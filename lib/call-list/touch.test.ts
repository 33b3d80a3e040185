import { describe, expect, it } from "vitest";
import { standingOf, type Touch } from "./touch.ts";

const DAY = 20_524;
const DAY_START = 1_000_000;

let nextId = 0;
function touch(at: number, changes: Partial<Touch> = {}): Touch {
  nextId++;
  const blank = { kind: "call", disposition: "called", reason: null, snoozedUntil: null, note: "", by: null } as const;
  return { ...blank, id: nextId, at, ...changes };
}
const standing = (...touches: Touch[]) => standingOf(touches, { day: DAY, dayStart: DAY_START });

describe("what the touches of a lead mean today", () => {
  it("is nothing without touches", () => {
    expect(standing()).toEqual({ seenTouchId: null, done: null, followUpOn: null, last: null });
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

  it.each([
    [DAY - 1, DAY - 1],
    [DAY, DAY],
    [DAY + 1, null],
  ])("put off until day %i it follows up on %s", (snoozedUntil, followUpOn) => {
    expect(standing(touch(5, { disposition: "snoozed", snoozedUntil }))).toMatchObject({ followUpOn });
  });

  it("stays a follow-up once it is done, and is none after a later outcome", () => {
    const snooze = touch(5, { disposition: "snoozed", snoozedUntil: DAY });
    expect(standing(touch(DAY_START + 1), snooze)).toMatchObject({ followUpOn: DAY });
    expect(standing(touch(6), snooze)).toMatchObject({ followUpOn: null });
  });
});
