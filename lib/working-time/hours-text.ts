import { formatTimeOfDay } from "#lib/time/time-of-day.ts";
import { MINUTES_A_DAY, type Span } from "./working-time.ts";

const TIME = String.raw`(\d{1,2})(?:[:.](\d{2}))?`;
const SPAN = new RegExp(String.raw`^${TIME}\s*[-–—]\s*${TIME}(?:\s*[,;]\s*|\s+|$)`);

/** The opening hours of a day as a person reads and writes them, `08:30–12:00, 13:00–17:30`; empty when it is closed. */
export function formatHours(spans: readonly Span[]): string {
  return spans.map(({ from, to }) => `${formatTimeOfDay(from)}–${formatTimeOfDay(to)}`).join(", ");
}

/** The spans that a text says, in its order, as `8:30-12 13.00-17.30` does; null when it says something else. */
export function parseHours(text: string): Span[] | null {
  const spans: Span[] = [];
  let rest = text.trim();
  while (rest !== "") {
    const match = SPAN.exec(rest);
    if (!match) return null;
    const [whole, fromHours, fromMinutes, toHours, toMinutes] = match;
    const [from, to] = [minuteOf(fromHours, fromMinutes), minuteOf(toHours, toMinutes)];
    if (from === null || to === null) return null;
    spans.push({ from, to });
    rest = rest.slice(whole.length);
  }
  return spans;
}

/** null when no clock shows it; 24:00 is the end of a day. */
function minuteOf(hours = "", minutes = "0"): number | null {
  const minute = Number(hours) * 60 + Number(minutes);
  return Number(minutes) < 60 && minute <= MINUTES_A_DAY ? minute : null;
}
