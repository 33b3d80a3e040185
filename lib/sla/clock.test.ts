import { describe, expect, it } from "vitest";
import { parseEpochDay } from "#lib/time/local-day.ts";
import { USUAL_WEEK } from "#lib/working-time/week.ts";
import { delaysOf, isInTime, phaseOf, timesOfClock } from "./clock.ts";

const KINGS_DAY = parseEpochDay("2026-04-27") ?? 0;
/** Monday to Friday, 8:30 to 17:30. */
const OFFICE = { timeZone: "Europe/Amsterdam", week: USUAL_WEEK, holidays: new Set([KINGS_DAY]) };
const ms = (iso: string) => Date.parse(iso);
const timesOf = (arrived: string, slaMinutes: number) => {
  const times = timesOfClock({ arrivedAt: ms(arrived), slaMinutes }, OFFICE);
  return [times.startedAt, times.halfAt, times.dueAt].map((at) => new Date(at).toISOString().slice(0, 19));
};

describe("a clock", () => {
  it("starts on arrival within opening hours", () => {
    expect(timesOf("2026-03-10T10:02:00Z", 15)).toEqual([
      "2026-03-10T10:02:00",
      "2026-03-10T10:09:30",
      "2026-03-10T10:17:00",
    ]);
  });

  it("starts at the next opening otherwise", () => {
    expect(timesOf("2026-03-13T21:40:00Z", 60)).toEqual([
      "2026-03-16T07:30:00",
      "2026-03-16T08:00:00",
      "2026-03-16T08:30:00",
    ]);
  });

  it("counts working minutes over a weekend, a holiday and a change of clocks", () => {
    // Friday 17:00, 30 of 240 minutes; King's Day is Monday; on Tuesday 210 more, from 8:30 to 12:00 summer time.
    expect(timesOf("2026-04-24T15:00:00Z", 240)).toEqual([
      "2026-04-24T15:00:00",
      "2026-04-28T08:00:00",
      "2026-04-28T10:00:00",
    ]);
    // Friday 17:15 winter time: 15 of 60 minutes; on Monday 45 more from 8:30 summer time, which is 6:30 UTC.
    expect(timesOf("2026-03-27T16:15:00Z", 60)[2]).toBe("2026-03-30T07:15:00");
  });

  it("runs through its phases", () => {
    const clock = timesOfClock({ arrivedAt: ms("2026-03-10T06:00:00Z"), slaMinutes: 60 }, OFFICE);
    const phases = ["06:30:00", "07:30:00", "07:59:59", "08:00:00", "08:30:00", "08:30:01"];
    expect(phases.map((time) => phaseOf(clock, ms(`2026-03-10T${time}Z`)))).toEqual([
      "waiting",
      "first_half",
      "first_half",
      "second_half",
      "second_half",
      "late",
    ]);
  });

  it("stopped exactly on time is in time, a millisecond later it is late", () => {
    const dueAt = ms("2026-03-10T10:17:00Z");
    expect(isInTime({ dueAt, stoppedAt: dueAt })).toBe(true);
    expect(isInTime({ dueAt, stoppedAt: dueAt + 1 })).toBe(false);
  });
});

describe("whose delay it was", () => {
  const clock = { arrivedAt: ms("2026-03-10T19:00:00Z"), dueAt: ms("2026-03-11T07:45:00Z") };

  it("the system's until the lead is shown, a person's from then on; a night is nobody's", () => {
    const shown = { ...clock, shownAt: ms("2026-03-11T07:32:00Z"), stoppedAt: ms("2026-03-11T07:41:00Z") };
    expect(delaysOf(shown, OFFICE)).toEqual({ system: 2, human: 9 });
  });

  it("cannot be told when the attempt came before the lead was on a list", () => {
    expect(delaysOf({ ...clock, shownAt: null, stoppedAt: ms("2026-03-11T07:41:00Z") }, OFFICE)).toBeNull();
  });
});
