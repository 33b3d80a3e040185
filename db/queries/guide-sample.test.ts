import { beforeEach, expect, it } from "vitest";
import { outcomes, touches } from "#db/schema/index.ts";
import { addTestUser, TEST_TIME } from "#db/test/add-test-user.ts";
import { type TestDatabase, testDatabases } from "#db/test/database.ts";
import { addTestEvent, addTestLead, addTestOrganisation, daysAgo, TEST_ZONE } from "#db/test/scoring-fixtures.ts";
import { STANDARD_FIELDS } from "#lib/leads/fields.ts";
import { tellSignals } from "#lib/model/guide/signals.ts";
import { tellTraits } from "#lib/model/guide/traits.ts";
import { readGuideSample } from "./guide-sample.ts";

const openDatabase = testDatabases();
let store: TestDatabase;
beforeEach(async () => {
  store = await openDatabase();
  await addTestOrganisation(store.db);
});
const read = () => readGuideSample({ timeZone: TEST_ZONE, at: TEST_TIME }, store.db);

it("says what customers have in common, and did before they bought", async () => {
  for (let n = 0; n < 12; n++) {
    const lead = await addTestLead(store.db, {
      country: n < 4 ? "BE" : "NL",
      jobTitle: n % 2 === 0 ? "Planning Manager" : "Engineer",
      createdAt: daysAgo(28),
    });
    await addTestEvent(store.db, lead, { type: "page_viewed", at: daysAgo(20) });
    if (n >= 3) continue;
    await addTestEvent(store.db, lead, { type: "demo_requested", at: daysAgo(15) });
    await addTestEvent(store.db, lead, { type: "logged_in", at: daysAgo(1) });
    const won = { leadId: lead, result: "won", at: daysAgo(10), isTimed: true, receivedAt: daysAgo(10) } as const;
    await store.db.insert(outcomes).values({ id: `deal ${n}`, ...won });
  }
  const sample = await read();
  expect(sample).toMatchObject({ leads: 12, won: 3, arrivalsPerWeek: 3 });
  const country = tellTraits(sample, STANDARD_FIELDS).find(({ field }) => field === "country");
  expect(country?.traits).toEqual([
    { value: "BE", ofAll: 4 / 12, ofCustomers: 1 },
    { value: "NL", ofAll: 8 / 12, ofCustomers: 0 },
  ]);
  const title = tellTraits(sample, STANDARD_FIELDS).find(({ field }) => field === "job_title");
  expect(title).toMatchObject({ kind: "word" });
  expect(title?.traits.map(({ value }) => value)).toContain("planning");
  // A customer logs in once it is one: that foretells nothing.
  expect(tellSignals(sample)).toEqual([
    { type: "demo_requested", ofAll: 3 / 12, ofCustomers: 1 },
    { type: "page_viewed", ofAll: 1, ofCustomers: 1 },
  ]);
});

it("counts why sales gave leads back, and says nothing of customers where there are none", async () => {
  const userId = await addTestUser(store.db, { role: "rep" });
  const leadId = await addTestLead(store.db, { country: "NL" });
  const rejected = {
    leadId,
    actorId: userId,
    kind: "call",
    disposition: "rejected",
    reason: "no_budget",
    at: daysAgo(1),
  } as const;
  await store.db.insert(touches).values(rejected);
  const sample = await read();
  expect(sample.rejections).toEqual([{ reason: "no_budget", leads: 1 }]);
  const country = tellTraits(sample, STANDARD_FIELDS).find(({ field }) => field === "country");
  expect(country?.traits).toEqual([{ value: "NL", ofAll: 1, ofCustomers: null }]);
});

it("an organisation without leads has nothing to tell", async () => {
  const sample = await read();
  expect(sample).toEqual({ all: [], customers: [], leads: 0, won: 0, arrivalsPerWeek: null, rejections: [] });
  expect([tellTraits(sample, STANDARD_FIELDS), tellSignals(sample)]).toEqual([[], []]);
});
