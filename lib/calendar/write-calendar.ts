import { formatEpochDay } from "#lib/time/local-day.ts";

/** Something in a calendar: a whole day, or a span of time. */
export type CalendarEvent = {
  /** The same as long as it is the same thing, in whatever state. */
  readonly uid: string;
  readonly when: { readonly day: number } | { readonly from: number; readonly to: number };
  readonly title: string;
  readonly details: string;
  readonly url: string;
};

export type Calendar = {
  readonly name: string;
  /** When it was written, in epoch milliseconds. */
  readonly writtenAt: number;
  readonly events: readonly CalendarEvent[];
};

/** How often calendars are asked to look again. */
const REFRESH = "PT15M";
/** RFC 5545, 3.1: octets of a line without its break. */
const LONGEST_LINE = 75;

/** An iCalendar (RFC 5545) of events that take no time from anybody else's plans. */
export function writeCalendar({ name, writtenAt, events }: Calendar): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Voorrang//Voorrang//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${textOf(name)}`,
    `REFRESH-INTERVAL;VALUE=DURATION:${REFRESH}`,
    `X-PUBLISHED-TTL:${REFRESH}`,
    ...events.flatMap((event) => linesOf(event, writtenAt)),
    "END:VCALENDAR",
  ];
  return lines
    .flatMap(folded)
    .map((line) => `${line}\r\n`)
    .join("");
}

function linesOf({ uid, when, title, details, url }: CalendarEvent, writtenAt: number): string[] {
  return [
    "BEGIN:VEVENT",
    `UID:${textOf(uid)}`,
    `DTSTAMP:${instantOf(writtenAt)}`,
    ...("day" in when
      ? [`DTSTART;VALUE=DATE:${dateOf(when.day)}`, `DTEND;VALUE=DATE:${dateOf(when.day + 1)}`]
      : [`DTSTART:${instantOf(when.from)}`, `DTEND:${instantOf(when.to)}`]),
    `SUMMARY:${textOf(title)}`,
    ...(details === "" ? [] : [`DESCRIPTION:${textOf(details)}`]),
    `URL:${new URL(url).href}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

function dateOf(day: number): string {
  return formatEpochDay(day).replaceAll("-", "");
}

/** In UTC, so that the file needs no description of zones. */
function instantOf(instant: number): string {
  return `${new Date(instant).toISOString().replace(/[-:]|\.\d{3}/g, "")}`;
}

/** A text as 3.3.11 wants it; signs that no text may hold are left out. */
function textOf(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    .replace(/[\p{Cc}\u2028\u2029]/gu, (sign) => (sign === "\n" || sign === "\t" ? sign : ""))
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll("\n", "\\n");
}

/** A line in pieces short enough, none of which ends within a letter. */
function folded(line: string): string[] {
  const pieces: string[] = [];
  let piece = "";
  let octets = 0;
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (octets + size > LONGEST_LINE) {
      pieces.push(piece);
      // What goes on begins with a blank.
      piece = " ";
      octets = 1;
    }
    piece += letter;
    octets += size;
  }
  return [...pieces, piece];
}
