import { describe, expect, it } from "vitest";
import { snoozeDays } from "#lib/lifecycle/snooze.ts";
import { ON_ITS_WAY, withNote, withOutcome, withoutNote, withoutOutcome, withRow } from "./change.ts";
import { aRow, aTouch, REP } from "./test/rows.ts";
import type { TodayView } from "./view.ts";

const DAY = 20_524;
const view = (...rows: TodayView["rows"]): TodayView => ({
  day: DAY,
  readAt: 1_000,
  snoozeDays: snoozeDays(DAY, {
    timeZone: "UTC",
    week: Array.from({ length: 7 }, () => [{ from: 0, to: 1440 }]),
    holidays: new Set(),
  }),
  rep: REP,
  isOwn: true,
  team: [],
  capacity: 25,
  clockBoard: null,
  teamDay: null,
  hasScores: true,
  sinceDay: DAY - 1,
  rows,
  openings: {},
  departures: [],
  gone: { done: 0, undone: 0 },
  emptiness: null,
  dayOff: null,
});

describe("what is shown before the server has said so", () => {
  const before = view(aRow(1, { section: "new", seenTouchId: 4 }), aRow(2));

  it("an outcome makes its lead done, and only that one", () => {
    const touch = aTouch(ON_ITS_WAY);
    const { rows } = withOutcome(before, 1, touch);
    expect(rows[0]).toMatchObject({ done: touch, recorded: touch, seenTouchId: ON_ITS_WAY });
    expect(rows[1]).toBe(before.rows[1]);
  });

  it("who is put off to later the same day is due then, and not done", () => {
    const later = aTouch(ON_ITS_WAY, { disposition: "snoozed", snoozedUntil: DAY, snoozedMinute: 900 });
    const [row] = withOutcome(before, 1, later).rows;
    expect(row).toMatchObject({
      done: null,
      recorded: later,
      section: "follow_up",
      followUp: { day: DAY, minute: 900 },
    });
  });

  it("a running clock keeps its place when the lead is put off", () => {
    const later = aTouch(ON_ITS_WAY, { disposition: "snoozed", snoozedUntil: DAY, snoozedMinute: 900 });
    const [row] = withOutcome(view(aRow(1, { section: "clock", dueAt: 5 })), 1, later).rows;
    expect(row).toMatchObject({ section: "clock", done: null });
  });

  it("an attempt stops a running clock, a snooze does not", () => {
    const times = { arrivedAt: 1, startedAt: 1, halfAt: 3, dueAt: 5, shownAt: 2 };
    const running = view(
      aRow(1, { section: "clock", dueAt: 5, clock: { ...times, id: 1, leadId: 1, slaMinutes: 15 } }),
    );
    const later = aTouch(ON_ITS_WAY, { kind: "snooze", disposition: "snoozed", snoozedUntil: DAY + 1 });
    expect(withOutcome(running, 1, later).rows[0]).toMatchObject({ done: null, recorded: later });
    const call = aTouch(ON_ITS_WAY);
    expect(withOutcome(running, 1, call).rows[0]).toMatchObject({ done: call });
  });

  it("an outcome that is taken back leaves nothing to undo", () => {
    const touch = aTouch(ON_ITS_WAY);
    const [row] = withoutOutcome(withOutcome(before, 1, touch), 1).rows;
    expect(row).toMatchObject({ done: null, recorded: null });
  });

  it("a note comes and goes without making its lead done", () => {
    const note = aTouch(ON_ITS_WAY, { kind: "note", disposition: null, note: "asks for prices" });
    const noted = withNote(before, 2, note);
    expect(noted.rows[1]).toMatchObject({ notes: [note], done: null });
    expect(withoutNote(noted, 2, note)).toEqual(before);
  });

  it("what was refused stands as it was", () => {
    const row = aRow(1, { seenTouchId: 4, section: "new" });
    expect(withRow(withOutcome(before, 1, aTouch(ON_ITS_WAY)), row)).toEqual(before);
  });
});
