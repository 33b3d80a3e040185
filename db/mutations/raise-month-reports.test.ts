import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { alertSettings, alerts, holidays, kpiTargets, users } from "#db/schema/index.ts";
import { addTestUser } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { addTestLead, addTestOrganisation, TEST_ZONE } from "#db/test/scoring-fixtures.ts";
import { readCause } from "#lib/alerts/kinds.ts";
import { localDay } from "#lib/time/local-day.ts";
import { raiseMonthReports } from "./raise-month-reports.ts";

/** Wednesday 1 April 2026, 8:00 in Kathmandu. */
const FIRST = new Date("2026-04-01T02:15:00Z");
const DAY_MS = 86_400_000;
const daysLater = (days: number) => new Date(FIRST.getTime() + days * DAY_MS);

let store: TestDatabase;
let manager: number;
beforeEach(async () => {
  store = await createTestDatabase();
  await addTestOrganisation(store.db);
  await store.db.update(users).set({ disabledAt: FIRST });
  manager = await addTestUser(store.db, { role: "manager" });
});
afterEach(() => store.drop());

const raise = (at: Date) => raiseMonthReports({ at }, store);
/** Came on 10 March. */
const addLead = () => addTestLead(store.db, { createdAt: new Date("2026-03-10T06:00:00Z") });

describe("a month is told to who manages", () => {
  it("on the first working morning of the next at the time of their digest, once each, and to nobody else", async () => {
    await addLead();
    for (const role of ["rep", "marketer"] as const) await addTestUser(store.db, { role });
    const admin = await addTestUser(store.db, { role: "admin" });
    await store.db.insert(alertSettings).values({ userId: admin, digestAt: 540 });
    expect(await raise(new Date(FIRST.getTime() - 60_000))).toBe(0);
    expect(await raise(FIRST)).toBe(1);
    expect(await raise(FIRST)).toBe(0);
    // The admin's comes an hour later.
    expect(await raise(new Date(FIRST.getTime() + 3_600_000))).toBe(1);
    expect(await raise(daysLater(1))).toBe(0);
    const rows = await store.db.select().from(alerts);
    expect(rows.map(({ userId, subject, channel }) => [userId, subject, channel])).toEqual([
      [manager, "month:2026-03", "app"],
      [admin, "month:2026-03", "app"],
    ]);
  });

  it("with the figures of the month, beside those before and the targets", async () => {
    await addLead();
    const startDay = localDay(FIRST.getTime(), TEST_ZONE) - 30;
    const percent = { conversionPercent: 25, cyclePercent: -20, revenuePercent: 30, callsPercent: -20 };
    await store.db.insert(kpiTargets).values({ startDay, ...percent, setAt: FIRST });
    await raise(FIRST);
    const [row] = await store.db.select().from(alerts);
    const cause = row && readCause(row);
    expect(cause).toMatchObject({ kind: "month", facts: { month: "2026-03", findings: { wait: { kind: "few" } } } });
    const figures = cause?.kind === "month" ? cause.facts.figures : [];
    expect(figures.find(({ name }) => name === "leads")).toEqual({ name: "leads", now: 1, before: 0, target: null });
  });

  it("on a later morning where the first were closed or nobody could tell, though not weeks late", async () => {
    await addLead();
    await store.db.insert(holidays).values({ day: localDay(FIRST.getTime(), TEST_ZONE), name: "Closed" });
    expect(await raise(FIRST)).toBe(0);
    // Saturday the 4th, and the 13th.
    expect(await raise(daysLater(3))).toBe(0);
    expect(await raise(daysLater(12))).toBe(0);
    expect(await raise(daysLater(1))).toBe(1);
  });

  it("unless they want none, or no lead had come by its end", async () => {
    expect(await raise(FIRST)).toBe(0);
    await addTestLead(store.db, { createdAt: FIRST });
    expect(await raise(FIRST)).toBe(0);
    await addLead();
    await store.db.insert(alertSettings).values({ userId: manager, choices: { month: [] } });
    expect(await raise(FIRST)).toBe(0);
  });

  it("by e-mail after their quiet hours", async () => {
    await addLead();
    await store.db.insert(alertSettings).values({ userId: manager, quietFrom: 1_080, quietUntil: 540 });
    await raise(FIRST);
    const [row] = await store.db.select({ dueAt: alerts.dueAt }).from(alerts);
    expect(row?.dueAt).toEqual(new Date(FIRST.getTime() + 3_600_000));
  });
});
