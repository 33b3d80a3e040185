import { describe, expect, it } from "vitest";
import { scoringDay } from "./scoring-day.ts";

const zone = "Europe/Amsterdam";
const dayOf = (today: number, inForce: { day: number; timeZone: string } | null) =>
  scoringDay({ today, timeZone: zone, inForce });

describe("the day of the scores", () => {
  it("is today, also after nights that were missed", () => {
    expect(dayOf(20_500, null)).toBe(20_500);
    expect(dayOf(20_500, { day: 20_500, timeZone: zone })).toBe(20_500);
    expect(dayOf(20_500, { day: 20_499, timeZone: zone })).toBe(20_500);
    expect(dayOf(20_500, { day: 20_470, timeZone: zone })).toBe(20_500);
  });

  it("stays where it is when a clock steps back over midnight", () => {
    expect(dayOf(20_499, { day: 20_500, timeZone: zone })).toBe(20_500);
  });

  it("is put right when the clock was days ahead", () => {
    expect(dayOf(20_498, { day: 20_500, timeZone: zone })).toBe(20_498);
    expect(dayOf(20_500, { day: 22_000, timeZone: zone })).toBe(20_500);
  });

  it("follows a change of zone in either direction", () => {
    expect(dayOf(20_499, { day: 20_500, timeZone: "Asia/Tokyo" })).toBe(20_499);
    expect(dayOf(20_501, { day: 20_500, timeZone: "America/Denver" })).toBe(20_501);
  });
});
