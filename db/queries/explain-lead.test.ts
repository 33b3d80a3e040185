import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addAdjustment } from "#db/mutations/add-adjustment.ts";
import { buildGeneration } from "#db/mutations/build-generation.ts";
import { recordOutcome } from "#db/mutations/record-outcome.ts";
import { setLeadFields } from "#db/mutations/set-lead-fields.ts";
import { withdrawAdjustment } from "#db/mutations/withdraw-adjustment.ts";
import { adjustments, fieldDefinitions, leadFieldValues, leadScores, leads, outcomes } from "#db/schema/index.ts";
import { addTestUser, TEST_TIME } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { expectExactScores } from "#db/test/expect-exact.ts";
import {
  addTestEvent,
  addTestLead,
  addTestOrganisation,
  addTestVersion,
  daysAgo,
  TEST_DAY,
  TEST_ZONE,
  testDefinition,
} from "#db/test/scoring-fixtures.ts";
import type { Viewer } from "#lib/access/roles.ts";
import { momentOfDay } from "#lib/model/moment.ts";
import { findCurrentGeneration, type Generation } from "./current-generation.ts";
import { explainLead } from "./explain-lead.ts";

let store: TestDatabase;
let generation: Generation;
let viewer: Viewer;
beforeAll(async () => {
  store = await createTestDatabase();
  const { db } = store;
  await addTestOrganisation(db);
  await db
    .insert(fieldDefinitions)
    .values({ key: "budget", entity: "lead", type: "number", label: "Budget", createdAt: TEST_TIME });
  await addTestVersion(db, testDefinition({ stages: ["lead", "marketing_qualified"] }));
  viewer = { userId: await addTestUser(db, { role: "marketer" }), role: "marketer" };
  await buildGeneration({ cause: "publish", day: TEST_DAY, now: () => TEST_TIME }, store);
  const current = await findCurrentGeneration(db);
  if (!current) throw new Error("No generation is in force.");
  generation = current;
});
afterAll(() => store.drop());

const scoreOn = async (leadId: number, daysBack: number) => {
  const moment = momentOfDay({ day: TEST_DAY - daysBack, today: TEST_DAY, timeZone: TEST_ZONE });
  return (await explainLead({ leadId, generation, moment }, store.db))?.breakdown;
};

describe("the score of a past day", () => {
  it("knows nothing of what came after it", async () => {
    const leadId = await addTestLead(store.db, { createdAt: daysAgo(50) });
    await addTestEvent(store.db, leadId, { type: "demo_requested", at: daysAgo(30) });
    await addTestEvent(store.db, leadId, { type: "demo_requested", at: daysAgo(10) });
    expect((await scoreOn(leadId, 31))?.engagement).toBe(0);
    expect((await scoreOn(leadId, 30))?.engagement).toBe(4000);
    // 40 of 30 days ago has halved; 40 of 10 days ago is 40 x 2^(-1/3) = 31.75.
    expect((await scoreOn(leadId, 0))?.engagement).toBe(2000 + 3175);
    expect(await scoreOn(leadId, 51)).toBeUndefined();
  });

  it("rests on the fields as they stood", async () => {
    const leadId = await addTestLead(store.db, { jobTitle: "Sales Director", createdAt: daysAgo(50) });
    const changed = await setLeadFields(
      { leadId, viewer, values: { job_title: "Engineer", budget: 5 }, at: daysAgo(20) },
      store.db,
    );
    expect(changed).toEqual({ ok: true, value: { changed: ["job_title", "budget"] } });
    expect((await scoreOn(leadId, 21))?.fit).toBe(3000);
    expect((await scoreOn(leadId, 20))?.fit).toBe(0);
    const history = await store.db
      .select()
      .from(leadFieldValues)
      .where(eq(leadFieldValues.leadId, leadId))
      .orderBy(leadFieldValues.validFrom);
    expect(history.filter(({ field }) => field === "job_title")).toMatchObject([
      { value: "Sales Director", validFrom: daysAgo(50), isTimed: false },
      { value: "Engineer", validFrom: daysAgo(20), isTimed: true },
    ]);
    expect(history.find(({ validFrom, field }) => field === "budget" && validFrom < daysAgo(30))?.value).toBeNull();
  });

  it("keeps an adjustment that was withdrawn later", async () => {
    const leadId = await addTestLead(store.db, { createdAt: daysAgo(50) });
    const added = await addAdjustment(
      {
        leadId,
        viewer,
        axis: "fit",
        centipoints: 1250,
        reason: "Met at a fair",
        firstDay: TEST_DAY - 30,
        lastDay: null,
        at: daysAgo(30),
      },
      store.db,
    );
    const adjustmentId = added.ok ? added.value.adjustmentId : 0;
    const withdraw = () => withdrawAdjustment({ leadId, adjustmentId, viewer, at: daysAgo(10) }, store.db);
    expect(await withdraw()).toMatchObject({ ok: true });
    expect(await withdraw()).toMatchObject({ ok: false, refusal: { code: "not_found" } });
    expect((await scoreOn(leadId, 31))?.fit).toBe(0);
    expect((await scoreOn(leadId, 11))?.fit).toBe(1250);
    expect((await scoreOn(leadId, 10))?.fit).toBe(0);
  });

  it("knows the stage as it stood: who is a customer now had a score as a lead", async () => {
    const leadId = await addTestLead(store.db, { jobTitle: "Director", createdAt: daysAgo(50) });
    const won = await recordOutcome(
      {
        leadId,
        id: "deal 1",
        result: "won",
        decidedAt: daysAgo(5),
        isTimed: true,
        value: { minor: 125_000, currency: "EUR" },
        actorId: null,
        at: TEST_TIME,
      },
      store.db,
    );
    expect(won).toEqual({ ok: true, value: { isNew: true } });
    expect(await scoreOn(leadId, 0)).toBeUndefined();
    expect((await scoreOn(leadId, 6))?.fit).toBe(3000);
  });
});

describe("the score of today", () => {
  it("is the stored one for every lead, whatever was changed", async () => {
    const changed = await store.db.selectDistinct({ leadId: adjustments.leadId }).from(adjustments);
    const renamed = await store.db.selectDistinct({ leadId: leadFieldValues.leadId }).from(leadFieldValues);
    const bought = await store.db.selectDistinct({ leadId: outcomes.leadId }).from(outcomes);
    const leadIds = [...changed, ...renamed, ...bought].map(({ leadId }) => leadId);
    // The customer has none.
    expect(await expectExactScores(store.db, leadIds)).toBe(2);
  });

  it("is none for a lead that may not be scored", async () => {
    const leadId = await addTestLead(store.db, { mayScore: false });
    expect(await explainLead({ leadId, generation }, store.db)).toBeNull();
    expect(await explainLead({ leadId: 999_999, generation }, store.db)).toBeNull();
  });
});

describe("changing fields", () => {
  it("refuses unknown fields and values of another type, and then changes nothing", async () => {
    const leadId = await addTestLead(store.db);
    const values = { city: "Gent", budget: "much", colour: "red", "account.name": "ACME", email_domain: "x.nl" };
    const refused = await setLeadFields({ leadId, viewer, values, at: TEST_TIME }, store.db);
    expect(refused.ok ? {} : refused.refusal.fields).toEqual({
      budget: "not_such_a_value",
      colour: "no_such_field",
      "account.name": "not_such_a_value",
      email_domain: "not_such_a_value",
    });
    const [lead] = await store.db.select().from(leads).where(eq(leads.id, leadId));
    expect(lead?.city).toBeNull();
  });

  it("leaves an e-mail address with the lead that has it", async () => {
    const [one, other] = [await addTestLead(store.db), await addTestLead(store.db)];
    const rename = (leadId: number, email: string) =>
      setLeadFields({ leadId, viewer, values: { email }, at: TEST_TIME }, store.db);
    expect((await rename(one, "Anna@Example.com")).ok).toBe(true);
    expect(await rename(other, "anna@example.com")).toMatchObject({ ok: false, refusal: { code: "conflict" } });
    expect((await rename(one, "anna@example.org")).ok).toBe(true);
    expect((await rename(other, "anna@example.com")).ok).toBe(true);
  });

  it("a value that is there already changes nothing", async () => {
    const leadId = await addTestLead(store.db, { city: "Gent" });
    const again = await setLeadFields({ leadId, viewer, values: { city: "Gent" }, at: TEST_TIME }, store.db);
    expect(again).toEqual({ ok: true, value: { changed: [] } });
    expect(await store.db.select().from(leadScores).where(eq(leadScores.leadId, leadId))).toEqual([]);
  });

  it("is for who may see the lead", async () => {
    const owner = await addTestUser(store.db);
    const leadId = await addTestLead(store.db, { ownerId: owner });
    const rep: Viewer = { userId: await addTestUser(store.db), role: "rep" };
    const refused = await setLeadFields({ leadId, viewer: rep, values: { city: "Gent" }, at: TEST_TIME }, store.db);
    expect(refused).toMatchObject({ ok: false, refusal: { code: "not_found" } });
  });
});
