import { describe, expect, it } from "vitest";
import { seededRandom } from "#lib/random.ts";
import { exampleJourney } from "./example-journey.ts";
import { figuresOf } from "./figures.ts";
import { STEPS } from "./journey.ts";
import { ANY_JOURNEY } from "./journey-filter.ts";
import { leadsBehind } from "./leads-behind.ts";
import { selectJourneys } from "./select-journeys.ts";

const DAY = 86_400_000;
const TODAY = 20_634;
const clock = { now: TODAY * DAY, today: TODAY, windowDays: 30, timeZone: "UTC" };
const period = { from: TODAY - 300, until: TODAY };

const random = seededRandom(11);
const journeys = Array.from({ length: 400 }, (_, leadId) => {
  const createdDay = TODAY - random.below(400);
  const steps = random.below(7);
  let at = createdDay * DAY;
  const next = (place: number) => {
    at += random.below(25 * DAY);
    return place < steps ? at : null;
  };
  const [handedOverAt = null, acceptedAt = null, qualifiedAt = null, opportunityAt = null, wonAt = null] = [
    0, 1, 2, 3, 4,
  ].map(next);
  const isMissed = handedOverAt === null && random.below(2) === 0;
  return exampleJourney({
    ...{ leadId, createdDay, createdAt: createdDay * DAY, handedOverAt, acceptedAt, qualifiedAt, opportunityAt, wonAt },
    customerAt: isMissed ? createdDay * DAY + DAY : wonAt,
    firstTouchAt: handedOverAt === null ? null : handedOverAt + 5,
    repId: 1 + random.below(2),
  });
});
const workingTime = { timeZone: "UTC", week: [[], [], [], [], [], [], []], holidays: new Set<number>() };
const select = (filter: typeof ANY_JOURNEY) => selectJourneys(journeys, filter);
const behind = (query: Partial<Parameters<typeof leadsBehind>[1]>) => {
  const asked = { of: "won", funnel: "entry", month: null, isSettled: false, repId: null, ...query } as const;
  const whole = asked.funnel === "event" ? ANY_JOURNEY : { ...ANY_JOURNEY, ...period };
  return leadsBehind(select(whole), asked, { ...clock, ...period }).length;
};
const figures = (funnel: "entry" | "event") =>
  figuresOf(select, { filter: { ...ANY_JOURNEY, ...period }, clock, funnel, workingTime });

describe("the leads behind a figure", () => {
  it("are as many as the funnel by entry says, of each step and month", () => {
    const { funnel } = figures("entry");
    if (funnel.kind !== "entry") throw new Error("Another funnel.");
    for (const of of STEPS) {
      expect(behind({ of })).toBe(funnel.total.steps[of].made);
      for (const { month, steps } of funnel.months) expect(behind({ of, month })).toBe(steps[of].made);
    }
    expect(behind({ of: "missed" })).toBe(funnel.total.missed);
    expect(funnel.total.missed).toBeGreaterThan(0);
  });

  it("are as many as the funnel by event says", () => {
    const { funnel } = figures("event");
    if (funnel.kind !== "event") throw new Error("Another funnel.");
    for (const of of STEPS) {
      expect(behind({ of, funnel: "event" })).toBe(funnel.total.steps[of]);
      for (const { month, steps } of funnel.months) expect(behind({ of, month, funnel: "event" })).toBe(steps[of]);
    }
    expect(behind({ of: "missed", funnel: "event" })).toBe(funnel.total.missed);
  });

  it("are as many as the key figures, the sources and the reps say", () => {
    const { rates, sources, reps } = figures("entry");
    for (const of of STEPS) expect(behind({ of, isSettled: true })).toBe(rates[of].made);
    expect(behind({ of: "customer" })).toBe(sources.base.made);
    for (const { repId, touched } of reps) expect(behind({ of: "first_touch", repId })).toBe(touched);
  });
});
