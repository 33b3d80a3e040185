import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { leads, stageChanges, touches } from "#db/schema/index.ts";
import { addTestUser } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { addLead, definitionOf, foundOrganisation } from "#db/test/scored-leads.ts";
import type { Viewer } from "#lib/access/roles.ts";
import type { HandOverCursor, HandOverFilter } from "#lib/call-list/hand-over.ts";
import { findCurrentGeneration } from "./current-generation.ts";
import { countHandedOver, listHandedOver, orderHandedOver, readHandedOver } from "./hand-over.ts";

const DAY = 20_524;
const ZONE = "Europe/Amsterdam";
const DIRECTOR = {
  type: "attribute",
  key: "director",
  label: { nl: "Directeur", en: "Director" },
  points: 70,
  active: null,
  condition: { field: "job_title", op: "contains_word", value: "director" },
} as const;

let database: TestDatabase;
let rep: Viewer;
let generation: Awaited<ReturnType<typeof findCurrentGeneration>>;
const ids = { best: 0, low: 0, unscored: 0, colleagues: 0 };

beforeAll(async () => {
  database = await createTestDatabase();
  const { db } = database;
  const definition = definitionOf();
  const fit = {
    ...definition.axes.fit,
    groups: [{ key: "who", label: DIRECTOR.label, cap: null, floor: null, criteria: [DIRECTOR] }],
  };
  const scores = await foundOrganisation(db, {
    day: DAY,
    definition: definitionOf({ axes: { ...definition.axes, fit } }),
  });
  generation = await findCurrentGeneration(db);
  const userId = await addTestUser(db);
  rep = { userId, role: "rep" };
  const handed = { stage: "marketing_qualified", ownerId: userId } as const;
  const score = { ...scores, engagement: 0, cell: "B4" };
  // Midnight in Amsterdam, and a moment before it.
  const today = new Date("2026-03-11T23:00:00Z");
  const yesterday = new Date("2026-03-11T22:59:59Z");
  ids.low = await addLead(db, {
    ...handed,
    stageEnteredAt: today,
    mayCall: false,
    phone: "1",
    score: { ...score, fit: 1000 },
  });
  ids.best = await addLead(db, {
    ...handed,
    stageEnteredAt: yesterday,
    firstName: "Sanne",
    jobTitle: "Director",
    phone: "2",
    score: { ...score, fit: 7000 },
  });
  ids.unscored = await addLead(db, {
    ...handed,
    stageEnteredAt: today,
    email: "x@y.example",
    mayEmail: false,
    mayScore: false,
  });
  ids.colleagues = await addLead(db, {
    ...handed,
    stageEnteredAt: today,
    ownerId: await addTestUser(db),
    score: { ...score, fit: 5000 },
  });
  await addLead(db, { stage: "sales_accepted", ownerId: userId });
  const change = { leadId: ids.best, fromStage: "lead", toStage: "marketing_qualified", cause: "event" } as const;
  await db.insert(stageChanges).values({ ...change, at: yesterday });
  await db
    .insert(touches)
    .values({ leadId: ids.best, at: today, kind: "note", note: "Talks on Friday", actorId: userId });
});
afterAll(() => database.drop());

async function list(filter: Partial<HandOverFilter> = {}, viewer: Viewer = rep) {
  const query = { viewer, filter: { within: null, owner: null, ...filter }, today: DAY, timeZone: ZONE, generation };
  const page = await listHandedOver({ ...query, after: null, limit: 50 }, database.db);
  expect(await countHandedOver(query, database.db)).toBe(page.rows.length);
  return page.rows;
}
const idsOf = async (...given: Parameters<typeof list>) => (await list(...given)).map(({ leadId }) => leadId);

describe("the hand-over list", () => {
  it("has who waits for an answer of sales, the highest score first, without a score last", async () => {
    expect(await idsOf()).toEqual([ids.best, ids.low, ids.unscored]);
  });

  it("shows a rep no lead of a colleague, and a manager all", async () => {
    const manager: Viewer = { userId: rep.userId, role: "manager" };
    expect(await idsOf({}, manager)).toEqual([ids.best, ids.colleagues, ids.low, ids.unscored]);
    expect(await idsOf({ owner: rep.userId }, manager)).toEqual([ids.best, ids.low, ids.unscored]);
    expect(await idsOf({ owner: "none" }, manager)).toEqual([]);
    expect(await idsOf({}, { userId: rep.userId, role: null })).toEqual([]);
  });

  it("says the reason, what handed it over, and when it was last worked", async () => {
    const [best] = await list();
    expect(best).toMatchObject({
      name: "Sanne",
      phone: "2",
      cause: "event",
      lastTouchAt: Date.parse("2026-03-11T23:00:00Z"),
    });
    expect(best?.score).toMatchObject({ fit: 7000, combined: 2800, why: { main: { key: "fits" } } });
  });

  it("counts days of the organisation: handed over a second before midnight is yesterday", async () => {
    expect(await idsOf({ within: 1 })).toEqual([ids.low, ids.unscored]);
    expect(await idsOf({ within: 7 })).toEqual([ids.best, ids.low, ids.unscored]);
  });

  it("gives no number and no address of who may not be reached by them", async () => {
    const [, low, unscored] = await list();
    expect(low).toMatchObject({ phone: null });
    expect(unscored).toMatchObject({ email: null, name: null, score: null });
  });

  it("comes in pages that skip and repeat nobody", async () => {
    const found: number[] = [];
    for (let after: HandOverCursor | null = null; ; ) {
      const query = { viewer: rep, filter: { within: null, owner: null }, today: DAY, timeZone: ZONE, generation };
      const page = await listHandedOver({ ...query, after, limit: 1 }, database.db);
      found.push(...page.rows.map(({ leadId }) => leadId));
      after = page.next;
      if (after === null) break;
    }
    expect(found).toEqual([ids.best, ids.low, ids.unscored]);
  });

  it("forgets who was answered, also while it is written to a file", async () => {
    const query = { viewer: rep, filter: { within: null, owner: null }, today: DAY, timeZone: ZONE, generation };
    const leadIds = (await orderHandedOver(query, database.db)).map(({ leadId }) => leadId);
    expect(leadIds).toEqual([ids.best, ids.low, ids.unscored]);
    await database.db.update(leads).set({ stage: "sales_accepted" }).where(eq(leads.id, ids.low));
    expect(await idsOf()).toEqual([ids.best, ids.unscored]);
    const written = await readHandedOver({ ...query, leadIds }, database.db);
    expect(written.map(({ leadId }) => leadId)).toEqual([ids.best, ids.unscored]);
    await database.db.update(leads).set({ stage: "marketing_qualified" }).where(eq(leads.id, ids.low));
  });
});
