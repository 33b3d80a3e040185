import { describe, expect, test } from "vitest";
import { offeredDispositions, touchKindOf, whyImpossible } from "./reach.ts";

const REACHABLE = { mayCall: true, mayEmail: true, phone: "+31 76 555 01 42", email: "s@kuipers.example" };

describe("the outcomes offered for a lead", () => {
  test("are those of a call when there is a number", () => {
    expect(offeredDispositions(REACHABLE)).toEqual(["called", "no_answer", "accepted", "rejected", "snoozed"]);
  });

  test("begin with an e-mail when there is no number, and leave room for the switchboard", () => {
    const lead = { ...REACHABLE, phone: null };
    expect(offeredDispositions(lead)).toEqual(["emailed", "called", "no_answer", "accepted", "rejected", "snoozed"]);
    expect(offeredDispositions({ ...lead, mayEmail: false })[0]).toBe("called");
    expect(offeredDispositions({ ...lead, email: null })[0]).toBe("called");
  });

  test("hold no call when the lead may not be called", () => {
    const lead = { ...REACHABLE, mayCall: false };
    expect(offeredDispositions(lead)).toEqual(["emailed", "accepted", "rejected", "snoozed"]);
    expect(offeredDispositions({ ...lead, mayEmail: false })).toEqual(["accepted", "rejected", "snoozed"]);
  });
});

test("what is not allowed cannot have happened", () => {
  const silent = { mayCall: false, mayEmail: false };
  expect(whyImpossible("called", silent)).toBe("may_not_call");
  expect(whyImpossible("no_answer", silent)).toBe("may_not_call");
  expect(whyImpossible("emailed", silent)).toBe("may_not_email");
  expect(whyImpossible("rejected", silent)).toBeNull();
  expect(whyImpossible("called", REACHABLE)).toBeNull();
  expect(whyImpossible("emailed", REACHABLE)).toBeNull();
});

test("a decision on who may not be called is no attempt", () => {
  const [reached, unreached] = [{ mayCall: true }, { mayCall: false }];
  expect(touchKindOf({ disposition: "rejected", reason: "no_budget" }, reached)).toBe("call");
  expect(touchKindOf({ disposition: "rejected", reason: "no_budget" }, unreached)).toBe("note");
  expect(touchKindOf({ disposition: "lost", reason: "declined" }, reached)).toBe("call");
  expect(touchKindOf({ disposition: "emailed" }, unreached)).toBe("email");
  expect(touchKindOf({ disposition: "snoozed", until: 1 }, unreached)).toBe("snooze");
});

test("whoever takes a lead over, or sees from afar that it does not fit, has not called", () => {
  const reached = { mayCall: true };
  expect(touchKindOf({ disposition: "accepted" }, reached)).toBe("note");
  expect(touchKindOf({ disposition: "rejected", reason: "bad_data" }, reached)).toBe("note");
  expect(touchKindOf({ disposition: "disqualified", reason: "bad_fit" }, reached)).toBe("note");
  expect(touchKindOf({ disposition: "disqualified", reason: "unreachable" }, reached)).toBe("call");
});
