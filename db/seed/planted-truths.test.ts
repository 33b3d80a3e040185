import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readKeptJourneys } from "#db/journeys/open-journeys.ts";
import { measureTruth } from "#db/mutations/measure-truth.ts";
import { findCurrentGeneration } from "#db/queries/current-generation.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { advise } from "#lib/performance/advice/advise.ts";
import { clockFigures } from "#lib/performance/clock-figures.ts";
import { rateByWait, waitFinding, waitsOf } from "#lib/performance/first-touch.ts";
import type { Clock } from "#lib/performance/journey.ts";
import { ANY_JOURNEY } from "#lib/performance/journey-filter.ts";
import type { Selection } from "#lib/performance/select-journeys.ts";
import { rateBySource, sourceFinding } from "#lib/performance/sources.ts";
import { judgeOrder } from "#lib/performance/truth/order.ts";
import type { TruthReport } from "#lib/performance/truth/report.ts";
import { USUAL_WEEK } from "#lib/working-time/week.ts";
import { loadDemo } from "./demo.ts";
import { TEAM } from "./team.ts";

const AT = new Date("2026-03-12T10:00:00Z");
const PASSWORDS = { rep: "rep-password", marketer: "marketer-pass", manager: "manager-pass", admin: "admin-passwor" };

const OFFICE = { timeZone: "Europe/Amsterdam", week: USUAL_WEEK, holidays: new Set<number>() };

let database: TestDatabase;
let arrivals: Selection["arrivals"];
let journeys: Selection["journeys"];
let clock: Clock;
let report: TruthReport;

beforeAll(async () => {
  database = await createTestDatabase();
  await loadDemo({ at: AT, passwords: PASSWORDS }, database);
  const current = await findCurrentGeneration(database.db);
  if (!current) throw new Error("The demo has no scores.");
  const { day: today, timeZone } = current;
  clock = { now: AT.getTime(), today, windowDays: 90, timeZone };
  const filter = { ...ANY_JOURNEY, from: today - 400, until: today };
  ({ arrivals, journeys } = (await readKeptJourneys(timeZone, database)).select(filter));
  const measured = await measureTruth({ now: () => AT }, database);
  if (!measured) throw new Error("Nothing was measured.");
  report = measured;
});

afterAll(() => database.drop());

describe("what is planted in the demo can be found", () => {
  it("referrals buy most and template ads least", () => {
    const { best, worst } = sourceFinding(rateBySource({ arrivals, journeys, clock }));
    expect(best?.source).toBe("Referral");
    expect(worst?.source).toBe("LinkedIn template ad");
  });

  it("one rep is slow", () => {
    const slow = waitsOf(journeys).slow;
    expect(TEAM.find(({ id }) => id === slow?.repId)?.name).toBe("Ruben de Wit");
  });

  it("waiting a day costs", () => {
    const finding = waitFinding(rateByWait(journeys, clock));
    if (finding.kind !== "costs") throw new Error("Waiting costs nothing.");
    expect(finding.quick.rate).toBeGreaterThan(finding.slow.rate ?? 1);
  });

  it("most urgent leads are called in time, and some are not", () => {
    const { rate } = clockFigures(journeys, { clock, workingTime: OFFICE }).inTime;
    expect(rate).toBeGreaterThan(0.5);
    expect(rate).toBeLessThan(0.9);
  });

  it("the score orders who is going to buy, and not perfectly", () => {
    expect(report.kind).toBe("dated");
    expect(report.truth.order?.auc).toBeGreaterThan(0.72);
    expect(report.truth.order?.auc).toBeLessThan(0.9);
    expect(judgeOrder(report.truth.order, 0.7)).toBe("holds");
  });

  it("the page says what was planted: a criterion that is noise, a slow rep, what waiting costs, a source that does not buy", () => {
    const figures = {
      waiting: waitsOf(journeys).all,
      slowRep: waitsOf(journeys).slow,
      waits: rateByWait(journeys, clock),
      sources: rateBySource({ arrivals, journeys, clock }),
    };
    const { advice } = advise({ report, figures, limit: 0.7 });
    const noise = advice.flatMap((each) => (each.kind === "noise" ? [each.criterion.key] : []));
    expect(noise).toEqual(["webinar"]);
    expect(advice.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["slow_rep", "waiting_costs", "weak_source"]),
    );
  });

  it("who joins a webinar buys no more often than who does not, unlike who asks for a demo", async () => {
    expect(await lift("webinar_attended")).toBeGreaterThan(0.7);
    expect(await lift("webinar_attended")).toBeLessThan(1.4);
    expect(await lift("demo_requested")).toBeGreaterThan(2);
  });
});

/** How much oftener those buy who did something more than 100 days ago, among the leads of that time. */
async function lift(type: string): Promise<number> {
  const [row] = await database.db.execute<{ lift: string }>(sql`
    with known as (
      select lead.stage = 'customer' as bought, exists (
        select from events join event_types on event_types.id = type_id
        where lead_id = lead.id and key = ${type} and day < date '2026-03-12' - 100) as did
      from leads lead where created_day < date '2026-03-12' - 100
    )
    select avg(bought::int) filter (where did) / avg(bought::int) filter (where not did) as lift from known`);
  return Number(row?.lift);
}
