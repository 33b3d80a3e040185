import { expect, test } from "vitest";
import { recordEvents } from "#db/mutations/record-events.ts";
import { saveNaming } from "#db/mutations/save-naming.ts";
import { addTestUser, TEST_TIME } from "#db/test/add-test-user.ts";
import { testDatabases } from "#db/test/database.ts";
import { addTestLead, addTestOrganisation, daysAgo } from "#db/test/scoring-fixtures.ts";
import { readNamingView } from "./unknown-names.ts";

const openDatabase = testDatabases();

test("names and pages that mean nothing yet stand by how often they came, until a rule takes them", async () => {
  const { db } = await openDatabase();
  await addTestOrganisation(db);
  const actorId = await addTestUser(db, { role: "admin" });
  const leadId = await addTestLead(db);
  const event = (type: string, asset: string | null = null) => ({
    leadId,
    type,
    asset,
    claimed: daysAgo(1).getTime(),
    time: "yesterday",
    externalId: null,
    properties: null,
  });
  const events = [
    event("Menu Opened"),
    event("Demo Requested"),
    event("Demo Requested"),
    event("page_viewed", "/blog/one"),
    event("page_viewed", "/pricing"),
    event("page_viewed", "/pricing"),
  ];
  await recordEvents({ source: "site", events, at: TEST_TIME, areRaw: true }, db);
  const before = await readNamingView(db);
  expect(before.counted).toBe(6);
  expect(before.names.map(({ name, count, suggestion }) => [name, count, suggestion?.type ?? null])).toEqual([
    ["Demo Requested", 2, "demo_requested"],
    ["Menu Opened", 1, null],
  ]);
  expect(before.pages.map(({ asset, count, suggestion }) => [asset, count, suggestion?.asset])).toEqual([
    ["/pricing", 2, "/pricing"],
    ["/blog/*", 1, "/blog/*"],
  ]);
  const naming = [
    { name: "Demo Requested", asset: null, type: "demo_requested" },
    { name: "page_viewed", asset: "/blog/*", type: "blog_viewed" },
  ];
  const labels = { blog_viewed: { nl: "Blog gelezen", en: "Blog read" } };
  await saveNaming({ naming, labels, seenId: null, actorId, at: TEST_TIME }, db);
  const after = await readNamingView(db);
  expect(after.names.map(({ name }) => name)).toEqual(["Menu Opened"]);
  expect(after.pages.map(({ asset }) => asset)).toEqual(["/pricing"]);
  expect(after.types).toContainEqual({ key: "blog_viewed", label: labels.blog_viewed });
});
