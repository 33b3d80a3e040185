import { expect, test } from "vitest";
import { mergeLeads } from "#db/mutations/merge-leads.ts";
import { outcomes } from "#db/schema/index.ts";
import { addTestUser, TEST_TIME } from "#db/test/add-test-user.ts";
import { testDatabases } from "#db/test/database.ts";
import { addTestEvent, addTestLead, addTestOrganisation, daysAgo } from "#db/test/scoring-fixtures.ts";
import type { Viewer } from "#lib/access/roles.ts";
import { listMerges, readMergePreview } from "./merge-preview.ts";

const openDatabase = testDatabases();

test("a preview is what the merge comes to", async () => {
  const { db } = await openDatabase();
  await addTestOrganisation(db);
  const viewer: Viewer = { userId: await addTestUser(db, { role: "admin" }), role: "admin" };
  const keptId = await addTestLead(db, { createdAt: daysAgo(10), city: "Breda" });
  const mergedId = await addTestLead(db, {
    createdAt: daysAgo(30),
    jobTitle: "Director",
    city: "Delft",
    mayCall: false,
  });
  await addTestEvent(db, mergedId, { type: "demo_requested", at: daysAgo(1) });
  await db.insert(outcomes).values({
    leadId: mergedId,
    id: "deal",
    result: "lost",
    at: daysAgo(2),
    isTimed: true,
    receivedAt: TEST_TIME,
  });
  expect(await readMergePreview({ keptId, mergedId: keptId, viewer, at: TEST_TIME }, db)).toBeNull();
  const preview = await readMergePreview({ keptId, mergedId, viewer, at: TEST_TIME }, db);
  expect(preview?.filled).toEqual([{ key: "job_title", value: "Director" }]);
  expect(preview?.result).toMatchObject({ mayCall: false, createdAt: daysAgo(30).getTime() });
  expect(preview?.merged.counts).toEqual({ events: 1, touches: 0, outcomes: 1, adjustments: 0 });
  await mergeLeads({ keptId, mergedId, viewer, cause: "hand", at: TEST_TIME }, db);
  expect(await listMerges({ leadId: keptId }, db)).toMatchObject([{ mergedId, cause: "hand" }]);
});
