import { expect, it } from "vitest";
import { formatTimeOfDay, parseTimeOfDay } from "./time-of-day.ts";

it.each([
  ["00:00", 0],
  ["09:05", 545],
  ["23:59", 1439],
])("%s is minute %i of the day, and the other way round", (text, minute) => {
  expect(parseTimeOfDay(text)).toBe(minute);
  expect(formatTimeOfDay(minute)).toBe(text);
});

it.each(["", "9:05", "24:00", "12:60", "12:00:00", "noon"])("%j is no time of day", (text) => {
  expect(parseTimeOfDay(text)).toBeNull();
});
