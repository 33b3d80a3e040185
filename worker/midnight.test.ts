import { describe, expect, it } from "vitest";
import { watchMidnight } from "./midnight.ts";

/** A clock that runs from an instant on, by real time. */
function clockFrom(instant: string) {
  let offset = Date.parse(instant) - Date.now();
  return {
    now: () => new Date(Date.now() + offset),
    set: (to: string) => {
      offset = Date.parse(to) - Date.now();
    },
  };
}

async function strikesOf(
  { now }: { now: () => Date },
  { timeZone, count, forMs }: { timeZone: string; count: number; forMs: number },
  onStrike: () => void = () => {},
): Promise<number[]> {
  const over = new AbortController();
  const timer = setTimeout(() => over.abort(), forMs);
  const strikes: number[] = [];
  const findTimeZone = async () => timeZone;
  await watchMidnight({ now, signal: over.signal, onError: fail, findTimeZone }, async () => {
    strikes.push(now().getTime());
    onStrike();
    if (strikes.length === count) over.abort();
  });
  clearTimeout(timer);
  return strikes;
}

function fail(error: unknown): never {
  throw error;
}

describe("the watch for midnight", () => {
  it.each([
    ["Europe/Amsterdam", "2026-03-29T21:59:59.900Z", "2026-03-29T22:00:00Z"],
    ["Europe/Amsterdam", "2026-10-25T22:59:59.900Z", "2026-10-25T23:00:00Z"],
    ["Asia/Kolkata", "2026-03-11T18:29:59.900Z", "2026-03-11T18:30:00Z"],
  ])("strikes in %s as the day begins, not before and hardly after", async (timeZone, from, midnight) => {
    const [at = 0] = await strikesOf(clockFrom(from), { timeZone, count: 1, forMs: 5_000 });
    expect(at - Date.parse(midnight)).toBeGreaterThanOrEqual(0);
    expect(at - Date.parse(midnight)).toBeLessThan(500);
  });

  it("strikes again for a clock that was put back, and does not keep striking", async () => {
    const clock = clockFrom("2026-03-11T22:59:59.900Z");
    let struck = 0;
    const strikes = await strikesOf(clock, { timeZone: "Europe/Amsterdam", count: 9, forMs: 700 }, () => {
      if (struck++ === 0) clock.set("2026-03-11T22:59:59.900Z");
    });
    expect(strikes).toHaveLength(2);
  });
});
