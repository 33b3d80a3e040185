import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CalendarTasks, eventsOf, type TaskWords } from "./tasks.ts";
import { writeCalendar } from "./write-calendar.ts";

/** 29 March 2026, when clocks in Amsterdam jump from 02:00 to 03:00. */
const DAY = 20_541;
const WORDS: TaskWords = {
  followUp: (who) => `Follow up: ${who}`,
  firstTouch: (who, time) => `First touch before ${time}: ${who}`,
  unnamed: (leadId) => `Lead ${leadId}`,
};
const HOUSE = { words: WORDS, timeZone: "Europe/Amsterdam", origin: "https://voorrang.example" };
const LEAD = { leadId: 12, name: "Sanne Kuipers", company: "Kuipers BV" };
const events = (tasks: Partial<CalendarTasks>) => eventsOf({ followUps: [], clocks: [], ...tasks }, HOUSE);
const followUp = (minute: number | null) => ({ ...LEAD, touchId: 34, day: DAY, minute });

describe("a follow-up in a calendar", () => {
  it("is of its day, with the way to the lead", () => {
    expect(events({ followUps: [followUp(null)] })).toEqual([
      {
        uid: "follow-up-12-34@voorrang.example",
        when: { day: DAY },
        title: "Follow up: Sanne Kuipers",
        details: "Kuipers BV",
        url: "https://voorrang.example/leads/12",
      },
    ]);
  });

  it("with a time stands there on the clock of the organisation, summer time or not", () => {
    // 01:30 is still UTC+1, 09:00 is UTC+2.
    const at = (minute: number) => events({ followUps: [followUp(minute)] })[0]?.when;
    expect(at(90)).toMatchObject({ from: Date.UTC(2026, 2, 29, 0, 30) });
    expect(at(540)).toEqual({ from: Date.UTC(2026, 2, 29, 7, 0), to: Date.UTC(2026, 2, 29, 7, 15) });
  });
});

it("a first touch ends in a calendar when it is due, and says the time", () => {
  const dueAt = Date.UTC(2026, 2, 12, 10, 9);
  expect(events({ clocks: [{ ...LEAD, clockId: 5, dueAt }] })).toMatchObject([
    {
      uid: "first-touch-12-5@voorrang.example",
      when: { from: dueAt - 900_000, to: dueAt },
      title: "First touch before 11:09: Sanne Kuipers",
    },
  ]);
});

it("a lead without a name is its number, and so is one that is called by its address", () => {
  const titles = [null, "", "s@k.example", "+31 76 555 01 42"].map(
    (name) => events({ followUps: [{ ...followUp(null), name }] })[0]?.title,
  );
  expect(new Set(titles)).toEqual(new Set(["Follow up: Lead 12"]));
});

it("no address and no number of a lead is in a calendar, wherever somebody typed it", () => {
  const typed = fc.oneof(
    fc.emailAddress(),
    fc.constantFrom("+31 76 555 01 42", "076-5550142", "Sanne (s@k.example)", "Kuipers BV, 0031765550142"),
    fc.string(),
  );
  fc.assert(
    fc.property(typed, typed, (name, company) => {
      const found = events({
        followUps: [{ ...followUp(null), name, company }],
        clocks: [{ leadId: 12, clockId: 5, dueAt: 0, name, company }],
      });
      for (const { title, details } of found)
        expect(`${title} ${details}`).not.toMatch(/@|\d[\s().-]*(?:\d[\s().-]*){6}/);
      expect(writeCalendar({ name: "Voorrang", writtenAt: 0, events: found })).toContain("END:VCALENDAR");
    }),
  );
});
