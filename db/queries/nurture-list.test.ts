import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { stageChanges } from "#db/schema/index.ts";
import { addTestUser } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { addLead, foundOrganisation } from "#db/test/scored-leads.ts";
import type { Viewer } from "#lib/access/roles.ts";
import { hasNews, type NurtureCursor, type NurtureFilter } from "#lib/lifecycle/nurture-list.ts";
import { countNurtured, listNurtured } from "./nurture-list.ts";

const DAY = 20_524;
const GIVEN_BACK = new Date("2026-01-10T10:00:00Z");
const ALL: NurtureFilter = { within: null, reason: null, owner: null, hasNews: false };

let database: TestDatabase;
let generationId: number;
let rep: Viewer;
const ids = { soon: 0, later: 0, noDay: 0, colleagues: 0, nobodys: 0 };

beforeAll(async () => {
  database = await createTestDatabase();
  const { db } = database;
  const scores = await foundOrganisation(db, { day: DAY });
  generationId = scores.generationId;
  const userId = await addTestUser(db);
  const colleague = await addTestUser(db);
  rep = { userId, role: "rep" };
  const away = { stage: "recycled", stageEnteredAt: GIVEN_BACK } as const;
  const score = { ...scores, fit: 5000, engagement: 3000, cell: "B3" };
  const heard = { ...score, newestEventAt: "2026-02-01T10:00:00Z" };
  const own = { ...away, ownerId: userId };
  ids.noDay = await addLead(db, own);
  ids.later = await addLead(db, {
    ...own,
    returnsOn: DAY + 60,
    email: "a@b.example",
    phone: "1",
    mayEmail: false,
    mayCall: false,
  });
  ids.soon = await addLead(db, {
    ...own,
    returnsOn: DAY + 7,
    firstName: "Sanne",
    email: "s@k.example",
    phone: "2",
    score: heard,
  });
  ids.colleagues = await addLead(db, { ...away, returnsOn: DAY + 1, ownerId: colleague, score });
  ids.nobodys = await addLead(db, {
    ...away,
    returnsOn: DAY + 7,
    score: { ...score, newestEventAt: "2026-01-02T10:00:00Z" },
  });
  await addLead(db, { stage: "lead", ownerId: userId });
  await change(ids.soon, "no_budget", "2025-06-01T10:00:00Z");
  await change(ids.soon, "bad_timing", GIVEN_BACK.toISOString());
  await change(ids.soon, "unreachable", "2026-01-12T10:00:00Z", "2026-01-12T10:01:00Z");
});
afterAll(() => database.drop());

async function change(
  leadId: number,
  reason: "no_budget" | "bad_timing" | "unreachable",
  at: string,
  undoneAt?: string,
) {
  await database.db.insert(stageChanges).values({
    ...{ leadId, reason, at: new Date(at), fromStage: "sales_accepted", toStage: "recycled", cause: "disposition" },
    undoneAt: undoneAt ? new Date(undoneAt) : null,
  } as const);
}

async function list(filter: Partial<NurtureFilter> = {}, viewer: Viewer = rep) {
  const query = { viewer, filter: { ...ALL, ...filter }, today: DAY, generationId };
  const page = await listNurtured({ ...query, after: null, limit: 50 }, database.db);
  expect(page.next).toBeNull();
  expect(await countNurtured(query, database.db)).toBe(page.rows.length);
  return page.rows;
}
const idsOf = async (...given: Parameters<typeof list>) => (await list(...given)).map(({ leadId }) => leadId);

describe("the nurture list", () => {
  it("has who went back to marketing, who is back first at the top, without a day last", async () => {
    expect(await idsOf()).toEqual([ids.soon, ids.nobodys, ids.later, ids.noDay]);
  });

  it("shows a rep no lead of a colleague, and a manager all", async () => {
    expect(await idsOf({}, { userId: rep.userId, role: "manager" })).toEqual([
      ids.colleagues,
      ids.soon,
      ids.nobodys,
      ids.later,
      ids.noDay,
    ]);
    expect(await idsOf({}, { userId: rep.userId, role: null })).toEqual([]);
  });

  it("says why each was given back the last time that holds", async () => {
    expect((await list())[0]).toMatchObject({ reason: "bad_timing", name: "Sanne", givenBackAt: GIVEN_BACK.getTime() });
    expect(await idsOf({ reason: "bad_timing" })).toEqual([ids.soon]);
    expect(await idsOf({ reason: "no_budget" })).toEqual([]);
  });

  it("narrows to who is back within some days, both ends included", async () => {
    expect(await idsOf({ within: 7 })).toEqual([ids.soon, ids.nobodys]);
    expect(await idsOf({ within: 90 })).toEqual([ids.soon, ids.nobodys, ids.later]);
  });

  it("narrows to an owner, or to nobody's", async () => {
    expect(await idsOf({ owner: "none" })).toEqual([ids.nobodys]);
    expect(await idsOf({ owner: rep.userId })).toEqual([ids.soon, ids.later, ids.noDay]);
  });

  it("narrows to those of whom something was heard since", async () => {
    expect(await idsOf({ hasNews: true })).toEqual([ids.soon]);
    expect((await list()).map(hasNews)).toEqual([true, false, false, false]);
  });

  it("gives no address and no number of who may not be reached by them", async () => {
    const [first, , third] = await list();
    expect(first).toMatchObject({ email: "s@k.example", phone: "2" });
    expect(third).toMatchObject({ email: null, phone: null, name: null });
  });

  it("comes in pages that skip and repeat nobody", async () => {
    const found: number[] = [];
    for (let after: NurtureCursor | null = null; ; ) {
      const page = await listNurtured(
        { viewer: rep, filter: ALL, today: DAY, generationId, after, limit: 1 },
        database.db,
      );
      found.push(...page.rows.map(({ leadId }) => leadId));
      after = page.next;
      if (after === null) break;
    }
    expect(found).toEqual([ids.soon, ids.nobodys, ids.later, ids.noDay]);
  });
});
