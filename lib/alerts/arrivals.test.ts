import { expect, test } from "vitest";
import { arrivals, newestId } from "./arrivals.ts";
import type { AlertView } from "./view.ts";

const READ_AT = Date.parse("2026-11-23T11:00:00Z");

function alert(id: number, changes: Partial<Pick<AlertView, "isSeen" | "dueAt">> = {}): AlertView {
  const bare = {
    lead: null,
    people: {},
    event: null,
    raisedAt: READ_AT - 500,
    dueAt: READ_AT - 500,
    isSeen: false,
    isOfLead: false,
  };
  return { id, kind: "clock_half", facts: { dueAt: "2026-11-23T11:15:00Z" }, ...bare, ...changes };
}

const inbox = (...alerts: AlertView[]) => ({ alerts, unseen: alerts.length, readAt: READ_AT });
const ids = (alerts: readonly AlertView[]) => alerts.map(({ id }) => id);

test("what came since the last reading is shown, newest first, and nothing twice", () => {
  const read = inbox(alert(9), alert(8), alert(7));
  expect(ids(arrivals(read, 7))).toEqual([9, 8]);
  expect(newestId(read)).toBe(9);
  expect(arrivals(read, 9)).toEqual([]);
});

test("what the reader saw on another screen meanwhile is not shown", () => {
  expect(ids(arrivals(inbox(alert(9, { isSeen: true }), alert(8)), 7))).toEqual([8]);
});

test("what quiet hours put off, and the digest, wait in the bell", () => {
  const digest: AlertView = {
    ...alert(9),
    kind: "digest",
    facts: { calls: 1, followUps: 0, clocks: 0, breached: null },
  };
  expect(arrivals(inbox(digest, alert(8, { dueAt: READ_AT + 3_600_000 })), 7)).toEqual([]);
});

test("an empty bell knows no newest", () => {
  expect(newestId(inbox())).toBe(0);
});
