import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accounts, adjustments, outcomes, stageChanges, touches } from "#db/schema/index.ts";
import { addTestUser } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { addLead, foundOrganisation } from "#db/test/scored-leads.ts";
import { addTestEvent } from "#db/test/scoring-fixtures.ts";
import { findLead, listColleagues } from "./lead.ts";
import { readLeadHistory } from "./lead-history.ts";
import { readTimeline } from "./lead-timeline.ts";

const AT = new Date("2026-02-10T10:00:00Z");
const minutesLater = (minutes: number) => new Date(AT.getTime() + minutes * 60_000);

let database: TestDatabase;
let generation: { generationId: number; versionId: number };
let rep: { userId: number; role: "rep" };
let colleague: { userId: number; role: "rep" };
const manager = { userId: 1, role: "manager" } as const;
let accountId: number;

beforeAll(async () => {
  database = await createTestDatabase();
  generation = await foundOrganisation(database.db);
  rep = { userId: await addTestUser(database.db, { role: "rep" }), role: "rep" };
  colleague = { userId: await addTestUser(database.db, { role: "rep" }), role: "rep" };
  const [account] = await database.db
    .insert(accounts)
    .values({ name: "Kuipers Koeltechniek", employees: 180, createdAt: AT, updatedAt: AT })
    .returning({ id: accounts.id });
  accountId = account?.id ?? 0;
});
afterAll(() => database.drop());

describe("a lead by its id", () => {
  it("shows itself to its owner and, unassigned, to every rep; a colleague's is not there", async () => {
    const own = await addLead(database.db, { lastName: "Verhoeven", ownerId: rep.userId, accountId });
    const free = await addLead(database.db, { lastName: "Brandt" });
    const find = (leadId: number, viewer: Parameters<typeof findLead>[0]["viewer"]) =>
      findLead({ viewer, leadId }, database.db);
    expect((await find(own, rep))?.account?.name).toBe("Kuipers Koeltechniek");
    expect(await find(own, colleague)).toBeNull();
    expect((await find(own, manager))?.name).toBe("Verhoeven");
    expect((await find(free, colleague))?.account).toBeNull();
    expect(await find(own, { userId: rep.userId, role: null })).toBeNull();
    expect(await find(2 ** 40, manager)).toBeNull();
  });

  it("names colleagues the viewer may see, those with the highest score first and those without one last", async () => {
    const me = await addLead(database.db, { accountId, ownerId: rep.userId });
    const score = (fit: number) => ({ ...generation, fit, engagement: 5000, cell: "B2" });
    const low = await addLead(database.db, { accountId, lastName: "Low", score: score(1000) });
    const high = await addLead(database.db, { accountId, lastName: "High", score: score(6000) });
    const hidden = await addLead(database.db, { accountId, ownerId: colleague.userId, score: score(9000) });
    const query = { leadId: me, accountId, generationId: generation.generationId, limit: 8 };
    const seen = await listColleagues({ ...query, viewer: rep }, database.db);
    expect(seen.slice(0, 2).map((row) => row.leadId)).toEqual([high, low]);
    expect(seen.at(-1)?.combined).toBeNull();
    expect(seen.some((row) => row.leadId === hidden || row.leadId === me)).toBe(false);
    const all = await listColleagues({ ...query, viewer: manager }, database.db);
    expect(all[0]?.leadId).toBe(hidden);
  });
});

describe("the timeline", () => {
  it("tells events, touches, stage changes, outcomes and corrections, newest first, and filters them", async () => {
    const leadId = await addLead(database.db);
    await addTestEvent(database.db, leadId, { type: "pricing", at: minutesLater(0), asset: "/pricing" });
    await database.db.insert(touches).values({ leadId, at: minutesLater(1), kind: "call", disposition: "called" });
    await database.db
      .insert(stageChanges)
      .values({ leadId, at: minutesLater(2), fromStage: "lead", toStage: "marketing_qualified", cause: "event" });
    await database.db.insert(adjustments).values({
      leadId,
      at: minutesLater(3),
      axis: "fit",
      centipoints: 500,
      reason: "Met at the fair",
      firstDay: 20_494,
      actorId: rep.userId,
    });
    await database.db
      .insert(outcomes)
      .values({ leadId, id: "1", result: "won", at: minutesLater(4), isTimed: true, receivedAt: AT });
    const kinds = async (show: "all" | "events" | "touches" | "stages", limit = 10) => {
      const { items, isMore } = await readTimeline({ leadId, show, limit }, database.db);
      return [items.map(({ kind }) => kind), isMore];
    };
    expect(await kinds("all")).toEqual([["outcome", "adjustment", "stage", "touch", "event"], false]);
    expect(await kinds("all", 2)).toEqual([["outcome", "adjustment"], true]);
    expect(await kinds("all", 5)).toEqual([["outcome", "adjustment", "stage", "touch", "event"], false]);
    expect(await kinds("events")).toEqual([["event"], false]);
    expect(await kinds("touches")).toEqual([["adjustment", "touch"], false]);
    expect(await kinds("stages")).toEqual([["outcome", "stage"], false]);
  });

  it("what was undone stays in sight, marked", async () => {
    const leadId = await addLead(database.db);
    await database.db.insert(touches).values({ leadId, at: AT, kind: "call", disposition: "called", undoneAt: AT });
    const { items } = await readTimeline({ leadId, show: "all", limit: 10 }, database.db);
    expect(items).toMatchObject([{ kind: "touch", isUndone: true }]);
  });
});

describe("the history", () => {
  it("holds corrections that were taken back, though the facts of now do not", async () => {
    const leadId = await addLead(database.db);
    await database.db
      .insert(adjustments)
      .values({ leadId, at: AT, axis: "fit", centipoints: 500, reason: "x", firstDay: 20_494, withdrawnAt: AT });
    const history = await readLeadHistory({ leadId, timeZone: "Europe/Amsterdam" }, database.db);
    expect(history?.facts.adjustments).toEqual([]);
    expect(history?.adjustments).toMatchObject([{ centipoints: 500, withdrawnAt: AT.getTime() }]);
  });

  it("of a lead that does not exist is none", async () => {
    expect(await readLeadHistory({ leadId: 2 ** 40, timeZone: "Europe/Amsterdam" }, database.db)).toBeNull();
  });
});
