import { inArray } from "drizzle-orm";
import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import { readCatalogue } from "#db/queries/models.ts";
import { findNewestNaming } from "#db/queries/naming.ts";
import { leadScores } from "#db/schema/index.ts";
import { addTestUser, TEST_TIME } from "#db/test/add-test-user.ts";
import { type TestDatabase, testDatabases } from "#db/test/database.ts";
import { TEST_PASS } from "#db/test/pass-fixtures.ts";
import {
  addTestLead,
  addTestOrganisation,
  addTestVersion,
  daysAgo,
  testDefinition,
} from "#db/test/scoring-fixtures.ts";
import { openNamer } from "#lib/naming/namer.ts";
import type { Naming } from "#lib/naming/naming.ts";
import { bringUpToDate, buildGeneration } from "./build-generation.ts";
import { nameEventTypes } from "./name-event-parts.ts";
import { publishVersion } from "./publish-version.ts";
import { recordEvents } from "./record-events.ts";
import { saveNaming } from "./save-naming.ts";
import { scoreLeads } from "./score-leads.ts";
import { verifyScores } from "./verify-scores.ts";

const TYPES = ["demo_requested", "page_viewed", "video_played"];
const openDatabase = testDatabases();
let store: TestDatabase;
let actorId: number;
let told = 0;

beforeEach(async () => {
  store = await openDatabase();
  await addTestOrganisation(store.db);
  await nameEventTypes({ keys: TYPES, at: TEST_TIME }, store.db);
  actorId = await addTestUser(store.db, { role: "admin" });
});

const name = (name: string, type: string, asset: string | null = null) => ({ name, asset, type });

async function save(naming: Naming) {
  const { namingId } = await findNewestNaming(store.db);
  return saveNaming({ naming, labels: {}, seenId: namingId, actorId, at: TEST_TIME }, store.db);
}

async function put(naming: Naming): Promise<void> {
  expect(await save(naming)).toMatchObject({ ok: true });
  await bringUpToDate({ now: () => TEST_TIME }, store);
  expect(await verifyScores({ now: () => TEST_TIME }, store)).toMatchObject({ differences: 0, missing: 0, surplus: 0 });
}

const RAW = ["Demo", "Clip", "Other"];
const PATHS = ["/pricing", "/blog/one", "/blog/two", "Top"];
const someEvent = fc.record({
  name: fc.constantFrom(...RAW, "page_viewed"),
  asset: fc.option(fc.constantFrom(...PATHS)),
  daysAgo: fc.nat(80),
  minutes: fc.option(fc.nat(4)),
});
const someNaming = fc.uniqueArray(
  fc.record({
    name: fc.constantFrom(...RAW, "page_viewed"),
    asset: fc.option(fc.constantFrom("/blog/*", "/PRICING", "*o*", "Top")),
    // What counts as a page would be asked for its path once more if it had been recorded as one.
    type: fc.constantFrom("demo_requested", "video_played"),
  }),
  {
    maxLength: 8,
    selector: ({ name, asset }) => `${name} ${asset}`,
  },
);

test("naming events back and forth gives the scores that recording them so in the first place would have given", async () => {
  await addTestVersion(store.db);
  await buildGeneration(TEST_PASS, store);
  await fc.assert(
    fc.asyncProperty(someNaming, someNaming, fc.array(someEvent, { minLength: 5, maxLength: 30 }), async (...given) => {
      const [one, other, happened] = given;
      // A type that is in use keeps its events; those of single pages may count as something else.
      const naming = one.filter((rule) => rule.name !== "page_viewed" || rule.asset !== null);
      const { typeOf } = openNamer(naming);
      const renamed = await addTestLead(store.db);
      const named = await addTestLead(store.db);
      await store.db.transaction((tx) => scoreLeads({ leadIds: [renamed, named], at: TEST_TIME, cause: "import" }, tx));
      await put(other.filter((rule) => rule.name !== "page_viewed" || rule.asset !== null));
      await record(renamed, happened, ({ name }) => name);
      await put(naming);
      await record(named, happened, typeOf);
      await record(renamed, happened.slice(0, 2), ({ name }) => name);
      await record(named, happened.slice(0, 2), typeOf);
      expect(await scoresOf(named)).toEqual(await scoresOf(renamed));
      await put([]);
      await put(naming);
      expect(await scoresOf(named)).toEqual(await scoresOf(renamed));
    }),
    { numRuns: process.env.VOORRANG_LONG === "1" ? 40 : 4 },
  );

  type Happened = { name: string; asset: string | null; daysAgo: number; minutes: number | null };
  async function record(leadId: number, events: readonly Happened[], typeFor: (event: Happened) => string) {
    const stored = events.map((event) => {
      const at = daysAgo(event.daysAgo);
      return {
        leadId,
        type: typeFor(event),
        claimed: at.getTime(),
        time: at.toISOString(),
        externalId: String(told++),
        asset: event.asset,
        properties: event.minutes === null ? null : { minutes: event.minutes },
      };
    });
    await recordEvents({ source: "site", events: stored, at: TEST_TIME, areRaw: true }, store.db);
  }

  async function scoresOf(leadId: number) {
    const rows = await store.db
      .select({ fit: leadScores.fit, engagement: leadScores.engagement, newest: leadScores.newestEventAt })
      .from(leadScores)
      .where(inArray(leadScores.leadId, [leadId]));
    return rows.at(-1);
  }
});

test("what only a tracker calls so is offered to no model before somebody says what it means", async () => {
  await nameEventTypes({ keys: ["Demo Requested", "page_viewed"], at: TEST_TIME, areRaw: true }, store.db);
  expect((await readCatalogue(store.db)).eventTypes).toEqual(TYPES);
  await save([name("Demo Requested", "Demo Requested"), name("Tour", "tour")]);
  expect((await readCatalogue(store.db)).eventTypes).toEqual(["Demo Requested", ...TYPES, "tour"].sort());
  await nameEventTypes({ keys: ["Sent"], at: TEST_TIME, areRaw: true }, store.db);
  await nameEventTypes({ keys: ["Sent"], at: TEST_TIME }, store.db);
  expect((await readCatalogue(store.db)).eventTypes).toContain("Sent");
});

test("an event type that any version uses can neither be taken away nor count as another", async () => {
  await addTestVersion(store.db);
  expect(await save([name("demo_requested", "video_played")])).toMatchObject({
    ok: false,
    refusal: { reason: "naming_type_in_use", params: { name: "demo_requested" } },
  });
});

test("a type whose events count as another can be in no new version", async () => {
  await save([name("demo_requested", "tour")]);
  const version = { modelId: null, definition: testDefinition(), note: "", userId: null, at: TEST_TIME };
  expect(await publishVersion(version, store.db)).toMatchObject({
    ok: false,
    refusal: { reason: "definition_invalid" },
  });
});

test("a naming that was saved meanwhile is not overwritten", async () => {
  expect(await save([name("a", "b")])).toMatchObject({ ok: true });
  const late = { naming: [name("a", "c")], labels: {}, seenId: null, actorId, at: TEST_TIME };
  expect(await saveNaming(late, store.db)).toMatchObject({ ok: false, refusal: { reason: "naming_changed" } });
});
