import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildGeneration } from "#db/mutations/build-generation.ts";
import { accounts, events, fieldDefinitions, leads, outcomes, stageChanges } from "#db/schema/index.ts";
import { TEST_TIME } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { scoreManyLeads, TEST_PASS } from "#db/test/pass-fixtures.ts";
import {
  addTestEvent,
  addTestLead,
  addTestOrganisation,
  addTestVersion,
  daysAgo,
  TEST_ZONE,
  testDefinition,
} from "#db/test/scoring-fixtures.ts";
import { weekEnds } from "#lib/backtest/handovers.ts";
import { startsMonth } from "#lib/backtest/snapshot-days.ts";
import { criteriaOf } from "#lib/model/criteria.ts";
import { factorSumsOf } from "#lib/preview/factor-sums.ts";
import { measureKey } from "#lib/preview/measure.ts";
import { compile } from "#lib/scoring/compile.ts";
import { score } from "#lib/scoring/score.ts";
import { startOfDay } from "#lib/time/local-day.ts";
import { findCurrentGeneration, type Generation } from "./current-generation.ts";
import { readLeadFacts } from "./facts.ts";
import { type MeasuredPast, measurePast } from "./measure-past.ts";

const DEFINITION = testDefinition();
const CRITERIA = criteriaOf(DEFINITION);

let store: TestDatabase;
let generation: Generation;
let modelId: number;
let leadIds: readonly number[];

beforeAll(async () => {
  store = await createTestDatabase();
  ({ generation, modelId, leadIds } = await scoreManyLeads(store, 40));
});
afterAll(() => store.drop());

const measure = (most = 100_000) =>
  measurePast({ generation, modelId, reach: DEFINITION, criteria: CRITERIA, most }, store.db);

/** Factor sums of a row, by criterion. */
function sumsOf({ columns, leadIds: rows }: MeasuredPast, row: number): (number | undefined)[] {
  return CRITERIA.map((criterion) => {
    const column = columns.get(measureKey(criterion));
    return column && factorSumsOf(criterion, column, new Int32Array(rows.length))[row];
  });
}

describe("leads on days of the past", () => {
  it("are measured on the first of each month of a year, as the engine measures them", async () => {
    const measured = await measure();
    const { days } = measured.span;
    expect(measured.span.kind).toBe("dated");
    const firsts = days.filter(({ day }) => startsMonth(day));
    expect(firsts.length).toBe(13);
    expect(weekEnds({ days })).toEqual(Array.from({ length: 13 }, (_, place) => generation.day - 7 * (12 - place)));
    expect(firsts.filter(({ isOver }) => !isOver).length).toBe(3);
    expect(days.filter(({ isOver }) => isOver).every(({ day }) => startsMonth(day))).toBe(true);
    const model = compile(DEFINITION, { fields: generation.fieldTypes, eventTypes: [], stages: [] });
    const facts = await readLeadFacts({ leadIds, timeZone: TEST_ZONE }, store.db);
    for (const [row, leadId] of measured.leadIds.entries()) {
      const day = days[measured.places[row] ?? 0]?.day ?? 0;
      const lead = facts.get(leadId);
      const then = lead && score(lead.facts, model, { day, cut: startOfDay(day, TEST_ZONE) });
      const groups = then ? [...then.axes.fit.groups, ...then.axes.engagement.groups] : [];
      const sums = groups.flatMap(({ criteria }) => criteria.map(({ factorSum }) => factorSum));
      expect(sumsOf(measured, row)).toEqual(sums);
    }
    expect(measured.leadIds.length).toBeGreaterThan(100);
    const unscored = await store.db.select({ id: leads.id }).from(leads).where(eq(leads.mayScore, false));
    expect(unscored.filter(({ id }) => measured.leadIds.includes(id))).toEqual([]);
  });

  it("do not change by what happens later, and are won where they bought within the window", async () => {
    const before = await measure();
    const { days } = before.span;
    const place = days.findIndex(({ day }) => day === (days[6]?.day ?? 0));
    const cut = startOfDay(days[place]?.day ?? 0, TEST_ZONE);
    const row = before.places.findIndex((each, at) => each === place && before.won[at] === 0);
    const leadId = before.leadIds[row] ?? 0;
    await addTestEvent(store.db, leadId, { type: "demo_requested", at: new Date(cut) });
    await addTestEvent(store.db, leadId, { type: "demo_requested", at: new Date(cut - 1) });
    await store.db
      .update(events)
      .set({ joinedAt: new Date(cut) })
      .where(eq(events.occurredAt, new Date(cut - 1)));
    await store.db
      .insert(stageChanges)
      .values({ leadId, at: new Date(cut), fromStage: "lead", toStage: "customer", cause: "outcome" });
    const after = await measure();
    const rowsOf = ({ leadIds: ids, places }: typeof before) =>
      [...ids].flatMap((id, at) => (id === leadId && (places[at] ?? 0) <= place ? [at] : []));
    const shown = (measured: typeof before) => rowsOf(measured).map((at) => sumsOf(measured, at));
    expect(shown(after)).toEqual(shown(before));
    // Open until then, a customer on the days after it.
    const places = [...after.leadIds].flatMap((id, at) => (id === leadId ? [after.places[at]] : []));
    expect(Math.max(...places.map((each) => each ?? 0))).toBe(place);
    const wonOn = rowsOf(after)
      .filter((at) => after.won[at] === 1)
      .map((at) => after.places[at]);
    // 90 days hold the day itself and two firsts of months before it; a third only where they are short.
    expect(wonOn.at(-1)).toBe(place);
    expect(wonOn.length).toBeGreaterThanOrEqual(3);
  });

  it("are a sample of the leads, with all their days, where there are too many", async () => {
    const all = await measure();
    const some = await measure(all.leadIds.length / 3);
    expect(some.total).toBe(all.total);
    expect(some.looked).toBeLessThan(all.looked);
    expect(some.leadIds.length).toBeLessThan(all.leadIds.length / 1.5);
    const sampled = new Set(some.leadIds);
    expect(all.leadIds.filter((id) => sampled.has(id))).toEqual(some.leadIds);
  });

  it("come with what a rule rests on, and after how many days customers bought", async () => {
    const { notes } = await measure();
    const [director, , demo] = CRITERIA;
    if (!director || !demo) throw new Error("There are some.");
    const attribute = notes.get(measureKey(director));
    expect(attribute?.filled).toBeGreaterThan(0);
    expect(attribute?.filled).toBeLessThan(attribute?.cases ?? 0);
    expect(attribute?.untimed).toBe(attribute?.filled);
    expect(attribute?.gaps).toBeNull();
    const gaps = notes.get(measureKey(demo))?.gaps;
    // The event at the very moment of the deal, midnight, is not before it; the joined one is of the day before.
    expect(gaps?.[0]).toBe(0);
    expect(gaps?.[1]).toBe(1);
  });
});

describe("leads whose times nobody knows", () => {
  it("are held against each other by the day they came where only the deals have no time", async () => {
    const [leadId = 0, other = 0] = leadIds;
    const deal = { id: "untimed", result: "won" as const, at: TEST_TIME, isTimed: false, receivedAt: TEST_TIME };
    await store.db.insert(outcomes).values([
      { ...deal, leadId },
      { ...deal, leadId: other },
    ]);
    const measured = await measure();
    expect(measured.span).toMatchObject({ kind: "ordered", orderField: null, areWinsTimed: false });
    const created = await store.db.select({ id: leads.id, createdAt: leads.createdAt }).from(leads);
    const days = [...measured.leadIds].map((id) => created.find((each) => each.id === id)?.createdAt.getTime() ?? 0);
    expect(days).toEqual(days.toSorted((one, two) => one - two));
    expect(days.length).toBeGreaterThan(20);
  });

  it("are held against each other in the order of a number that names them", async () => {
    const other = await createTestDatabase();
    try {
      await addTestOrganisation(other.db);
      const { modelId: id } = await addTestVersion(other.db);
      const [account] = await other.db
        .insert(accounts)
        .values({ name: "Small", createdAt: TEST_TIME, updatedAt: TEST_TIME })
        .returning({ id: accounts.id });
      await other.db
        .insert(fieldDefinitions)
        .values({ key: "number", entity: "lead", type: "number", label: "Number", createdAt: TEST_TIME });
      for (const n of [3, 1, 2])
        await addTestLead(other.db, {
          createdAt: daysAgo(0),
          accountId: account?.id,
          stage: n === 2 ? "customer" : "lead",
          custom: { number: n },
        });
      const [, , won] = await other.db.select({ id: leads.id }).from(leads);
      await other.db.insert(outcomes).values({
        leadId: won?.id ?? 0,
        id: "deal",
        result: "won",
        at: TEST_TIME,
        isTimed: false,
        receivedAt: TEST_TIME,
      });
      await other.db
        .insert(stageChanges)
        .values({ leadId: won?.id ?? 0, at: TEST_TIME, fromStage: "lead", toStage: "customer", cause: "outcome" });
      await buildGeneration(TEST_PASS, other);
      const found = await findCurrentGeneration(other.db);
      if (!found) throw new Error("Nothing is in force.");
      const query = { generation: found, modelId: id, reach: DEFINITION, criteria: CRITERIA, most: 100 };
      const measured = await measurePast(query, other.db);
      expect(measured.span).toMatchObject({ kind: "ordered", orderField: "number", days: [{ isOver: true }] });
      const numbers = await other.db.select({ id: leads.id, custom: leads.custom }).from(leads);
      const order = [...measured.leadIds].map((leadId) => numbers.find((each) => each.id === leadId)?.custom.number);
      expect(order).toEqual([1, 2, 3]);
      expect([...measured.won]).toEqual([0, 1, 0]);
    } finally {
      await other.drop();
    }
  });
});
