import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { type Calendar, type CalendarEvent, writeCalendar } from "./write-calendar.ts";

const EVENT: CalendarEvent = {
  uid: "follow-up-12-34@voorrang",
  when: { day: 20_524 },
  title: "Follow up: Sanne Kuipers",
  details: "",
  url: "https://voorrang.example/leads/12",
};
const calendar = (events: readonly CalendarEvent[], changes: Partial<Calendar> = {}) =>
  writeCalendar({ name: "Voorrang", writtenAt: Date.UTC(2026, 2, 12, 9, 44, 0), events, ...changes });

/** As a reader of calendars sees it. */
function read(text: string) {
  const root = new ICAL.Component(ICAL.parse(text));
  return {
    name: root.getFirstPropertyValue("x-wr-calname"),
    events: root.getAllSubcomponents("vevent").map((component) => new ICAL.Event(component)),
  };
}

describe("a calendar as others read it", () => {
  it("has a follow-up of a day as that whole day, whatever the zone", () => {
    const { name, events } = read(calendar([EVENT]));
    expect(name).toBe("Voorrang");
    expect(events).toHaveLength(1);
    const [event] = events;
    expect(event?.startDate.isDate).toBe(true);
    expect(event?.startDate.toString()).toBe("2026-03-12");
    expect(event?.endDate.toString()).toBe("2026-03-13");
    expect(event?.summary).toBe("Follow up: Sanne Kuipers");
    expect(event?.uid).toBe(EVENT.uid);
    expect(event?.component.getFirstPropertyValue("url")).toBe("https://voorrang.example/leads/12");
  });

  it("has a span at its instants, in UTC", () => {
    const from = Date.UTC(2026, 2, 29, 0, 59, 30);
    const [event] = read(calendar([{ ...EVENT, when: { from, to: from + 900_000 } }])).events;
    expect(event?.startDate.toJSDate().getTime()).toBe(from);
    expect(event?.endDate.toJSDate().getTime()).toBe(from + 900_000);
    expect(event?.startDate.zone.tzid).toBe("UTC");
  });

  it("keeps every text as it was, and takes no time from other plans", () => {
    const title = 'Müller; "Sohn", \\n & Co: ąćę 🚚';
    const details = "A1, hot\nDemo requested; 3×";
    const [event] = read(calendar([{ ...EVENT, title, details }])).events;
    expect(event?.summary).toBe(title);
    expect(event?.description).toBe(details);
    expect(event?.component.getFirstPropertyValue("transp")).toBe("TRANSPARENT");
  });

  it("may be empty", () => {
    expect(read(calendar([])).events).toEqual([]);
  });

  it("written twice of the same is the same, letter for letter", () => {
    expect(calendar([EVENT])).toBe(calendar([EVENT]));
  });
});

it("no line is longer than 75 octets, and no text, however odd, breaks out of its own", () => {
  const text = fc.string({ unit: "binary", maxLength: 120 });
  fc.assert(
    fc.property(text, text, text, (title, details, name) => {
      const written = calendar([{ ...EVENT, title, details }], { name });
      expect(written.endsWith("\r\n")).toBe(true);
      for (const line of written.split("\r\n")) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(line).not.toMatch(/[\r\n]/);
      }
      const { events } = read(written);
      expect(events).toHaveLength(1);
      expect(events[0]?.startDate.toString()).toBe("2026-03-12");
      const unfolded = written.replaceAll("\r\n ", "").split("\r\n");
      expect(unfolded.filter((line) => line.startsWith("BEGIN:"))).toEqual(["BEGIN:VCALENDAR", "BEGIN:VEVENT"]);
    }),
  );
});
