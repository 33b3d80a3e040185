import { describe, expect, it } from "vitest";
import { seededRandom } from "#lib/random.ts";
import { exampleJourney } from "./example-journey.ts";
import { figuresOf } from "./figures.ts";
import { STEPS } from "./journey.ts";
import { ANY_JOURNEY } from "./journey-filter.ts";
import { type BehindQuery, isOfEvents, leadsBehind } from "./leads-behind.ts";
import { selectJourneys } from "./select-journeys.ts";
import { TRENDS } from "./trend.ts";

const DAY = 86_400_000;
const TODAY = 20_634;
const clock = { now: TODAY * DAY, today: TODAY, windowDays: 30, timeZone: "UTC" };
const period = { from: TODAY - 300, until: TODAY };

/** None, euros or dollars. */
function worthOf(choice: number) {
  return choice === 0 ? null : { minor: 100, currency: choice === 1 ? "EUR" : "USD" };
}

/** Due after a day. */
function clockOf(at: number, stoppedAfter: number) {
  const started = { arrivedAt: at, startedAt: at, dueAt: at + DAY, shownAt: null };
  return { ...started, stoppedAt: at + stoppedAfter, endedAt: null };
}

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
    firstTouchAt: handedOverAt === null || random.below(5) === 0 ? null : handedOverAt + random.below(5 * DAY),
    repId: 1 + random.below(2),
    source: random.below(3) === 0 ? null : "Ads",
    ownerId: 1 + random.below(2),
    deals: wonAt === null || random.below(4) === 0 ? [] : [{ at: wonAt, value: worthOf(random.below(3)) }],
    clocks: handedOverAt === null ? [] : [clockOf(handedOverAt, random.below(2 * DAY))],
  });
});
const workingTime = { timeZone: "UTC", week: [[], [], [], [], [], [], []], holidays: new Set<number>() };
const select = (filter: typeof ANY_JOURNEY) => selectJourneys(journeys, filter);
const ANY: BehindQuery = {
  of: "won",
  funnel: "entry",
  month: null,
  isSettled: false,
  repId: null,
  weekday: null,
  hour: null,
  week: null,
  span: null,
  currency: null,
};
type Asked = Partial<BehindQuery> & {
  readonly of: BehindQuery["of"];
  readonly source?: string | null;
  readonly owner?: number;
};
const behind = ({ source = null, owner, ...query }: Asked) => {
  const asked: BehindQuery = { ...ANY, ...query };
  const filter = { ...ANY_JOURNEY, source: source ?? null, owner: owner ?? null };
  const whole = isOfEvents(asked) ? filter : { ...filter, ...period };
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

  it("of figures beside the funnel are the same when the funnel goes by event", () => {
    const { rates, sources, waiting } = figures("event");
    for (const of of STEPS) expect(behind({ of, isSettled: true, funnel: "event" })).toBe(rates[of].made);
    expect(behind({ of: "customer", funnel: "event" })).toBe(sources.base.made);
    expect(behind({ of: "first_touch", funnel: "event" })).toBe(waiting?.touched);
  });

  it("are as many as the waits say, of each span, weekday, hour and source", () => {
    const { waitParts, waits } = figures("entry");
    for (const [span, { touched }] of waitParts.spans.entries())
      expect(behind({ of: "first_touch", span })).toBe(touched);
    expect(behind({ of: "untouched" })).toBe(waitParts.untouched);
    for (const [span, { made }] of waits.entries()) expect(behind({ of: "waited", span })).toBe(made);
    for (const { key: weekday, touched } of waitParts.weekdays)
      expect(behind({ of: "first_touch", weekday })).toBe(touched);
    for (const { key: hour, touched } of waitParts.hours) expect(behind({ of: "first_touch", hour })).toBe(touched);
    for (const { key, touched } of waitParts.sources)
      expect(behind({ of: "first_touch", source: key ?? "" })).toBe(touched);
    expect(waitParts.untouched).toBeGreaterThan(0);
    expect(waitParts.hours.length).toBeGreaterThan(12);
  });

  it("are as many as the clocks say, of each week, weekday, hour, owner and source", () => {
    const { clocks } = figures("entry");
    const late = ({ made, of }: { made: number; of: number }) => of - made;
    expect(behind({ of: "in_time" })).toBe(clocks.inTime.made);
    expect(behind({ of: "late" })).toBe(late(clocks.inTime));
    for (const share of clocks.weeks) expect(behind({ of: "late", week: share.key })).toBe(late(share));
    for (const share of clocks.weekdays) expect(behind({ of: "late", weekday: share.key })).toBe(late(share));
    for (const share of clocks.hours) expect(behind({ of: "late", hour: share.key })).toBe(late(share));
    for (const share of clocks.owners)
      if (share.key !== null) expect(behind({ of: "late", owner: share.key })).toBe(late(share));
    for (const share of clocks.sources) expect(behind({ of: "late", source: share.key ?? "" })).toBe(late(share));
    expect(late(clocks.inTime)).toBeGreaterThan(0);
  });

  it("are as many as the trends, the opportunities and the deals say", () => {
    const { trends, wins, cycle, deals } = figures("entry");
    for (const of of TRENDS) for (const { month, made } of trends[of]) expect(behind({ of, month })).toBe(made);
    for (const { source, made } of wins.sources)
      expect(behind({ of: "won_of_opportunities", source: source ?? "" })).toBe(made);
    expect(behind({ of: "cycle" })).toBe(cycle.days?.count);
    expect(behind({ of: "bought" })).toBe(deals.customers);
    for (const { currency, deals: count } of deals.revenue) expect(behind({ of: "paid", currency })).toBe(count);
    expect(deals.revenue.map(({ currency }) => currency).sort()).toEqual(["EUR", "USD"]);
  });
});
