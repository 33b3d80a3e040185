import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { slaClocks, webhookDeliveries } from "#db/schema/index.ts";
import { addTestUser, TEST_TIME } from "#db/test/add-test-user.ts";
import { testDatabases } from "#db/test/database.ts";
import { addTestEndpoint, toldTo } from "#db/test/endpoint-fixtures.ts";
import { addTestLead, addTestOrganisation, TEST_DAY, testDefinition } from "#db/test/scoring-fixtures.ts";
import type { Viewer } from "#lib/access/roles.ts";
import type { Outcome } from "#lib/lifecycle/outcome.ts";
import { writeMessage } from "#lib/webhooks/message.ts";
import { bringUpToDate } from "./build-generation.ts";
import { markLeadsDue } from "./mark-leads-due.ts";
import { publishVersion } from "./publish-version.ts";
import { recordDisposition } from "./record-disposition.ts";
import { scoreDueLeads } from "./score-due-leads.ts";
import { setLeadFields } from "./set-lead-fields.ts";
import { setStage } from "./set-stage.ts";
import { sweepClocks } from "./sweep-clocks.ts";
import { undoTouch } from "./undo-touch.ts";

const store = await testDatabases()();
const { db } = store;
const now = () => TEST_TIME;
const later = new Date(TEST_TIME.getTime() + 60_000);
let viewer: Viewer;
let endpointId: number;
let modelId: number | null = null;

beforeAll(async () => {
  await addTestOrganisation(db);
  viewer = { userId: await addTestUser(db, { role: "admin" }), role: "admin" };
  await publishQualifyingAt(90);
  endpointId = await addTestEndpoint(db);
});
beforeEach(() => db.delete(webhookDeliveries));

/** A model that needs no events: a director has 30 for fit, and 15 in all. Puts it in force. */
async function publishQualifyingAt(combinedAtLeast: number) {
  const whole = testDefinition({ qualifies: { combinedAtLeast } });
  const definition = { ...whole, axes: { ...whole.axes, engagement: { ...whole.axes.engagement, groups: [] } } };
  const published = await publishVersion({ modelId, definition, note: "", userId: null, at: TEST_TIME }, db);
  if (!published.ok) throw new Error(JSON.stringify(published.refusal));
  modelId = published.value.modelId;
  await bringUpToDate({ now }, store);
  const { versionId, number } = published.value;
  return { modelId, versionId, number };
}

/** What the endpoint hears, each as what its type says it is. */
async function heard() {
  const rows = await toldTo(endpointId, db);
  for (const { type, at, data, leadId } of rows)
    writeMessage({ type, at, data, lead: leadId === null ? null : { id: leadId, externalIds: [] } });
  return rows.map(({ type, leadId, data }) => ({ type, leadId, data }));
}
const types = async () => (await heard()).map(({ type }) => type);
const make = (leadId: number, jobTitle: string | null) =>
  setLeadFields({ leadId, viewer, values: { job_title: jobTitle }, at: TEST_TIME }, db);

async function record(leadId: number, outcome: Outcome) {
  const input = { leadId, viewer, outcome, note: "geheim", seenTouchId: null, at: TEST_TIME, day: TEST_DAY };
  const recorded = await recordDisposition(input, db);
  if (!recorded.ok) throw new Error(JSON.stringify(recorded.refusal));
  return recorded.value.touchId;
}

describe("what endpoints hear of one lead", () => {
  it("is its first cell and each other one, with the score before and after, and nothing of a score that keeps its cell", async () => {
    const leadId = await addTestLead(db);
    await make(leadId, "Clerk");
    await make(leadId, "Baker");
    await make(leadId, "Director");
    const cells = (await heard()).filter(({ type }) => type === "lead.cell_changed");
    expect(cells).toMatchObject([
      { leadId, data: { cause: "field", from: null, to: { fit: 0, cell: "D4" } } },
      { leadId, data: { cause: "field", from: { cell: "D4" }, to: { fit: 30, engagement: 0, cell: "A4" } } },
    ]);
  });

  it("is that it qualified, after the cell that made it so", async () => {
    const leadId = await addTestLead(db);
    await make(leadId, "Director");
    expect(await types()).toEqual(["lead.cell_changed"]);
    await publishQualifyingAt(15);
    await db.delete(webhookDeliveries);
    await make(await addTestLead(db), "Director");
    const news = await heard();
    expect(news.map(({ type }) => type)).toEqual(["lead.cell_changed", "lead.qualified"]);
    expect(news[1]?.data).toMatchObject({
      stage: "marketing_qualified",
      fromStage: "lead",
      cause: "field",
      userId: null,
    });
  });

  it("is each step of a verdict, never the note, and that it was taken back", async () => {
    const leadId = await addTestLead(db, { stage: "marketing_qualified" });
    await make(leadId, "Clerk");
    await db.delete(webhookDeliveries);
    const touchId = await record(leadId, { disposition: "qualified" });
    const steps = await heard();
    expect(steps.map(({ type }) => type)).toEqual(["lead.accepted", "lead.qualified"]);
    expect(JSON.stringify(steps)).not.toContain("geheim");
    await db.delete(webhookDeliveries);
    await undoTouch({ leadId, touchId, userId: viewer.userId, at: later }, db);
    expect((await heard())[0]).toMatchObject({
      type: "lead.undone",
      data: { undoes: ["lead.accepted", "lead.qualified"], stage: "marketing_qualified" },
    });
  });

  it("is a rejection with its reason, and the day on which nurture gives the lead back", async () => {
    const leadId = await addTestLead(db, { stage: "marketing_qualified" });
    await record(leadId, { disposition: "rejected", reason: "bad_timing" });
    const news = await heard();
    expect(news.slice(0, 2)).toMatchObject([
      { type: "lead.rejected", data: { toStage: "recycled", reason: "bad_timing" } },
      { type: "lead.recycled", data: { reason: "bad_timing", returnsOn: expect.stringMatching(/^2026-/) } },
    ]);
  });

  it("is the stage that another program sets", async () => {
    const leadId = await addTestLead(db, { stage: "marketing_qualified" });
    await setStage(
      { leadId, stage: "disqualified", reason: "bad_fit", returnsOn: null, at: TEST_TIME, day: TEST_DAY },
      db,
    );
    expect((await heard())[0]).toMatchObject({
      type: "lead.rejected",
      data: { toStage: "disqualified", userId: null },
    });
  });

  it("is once that the first touch is late", async () => {
    const leadId = await addTestLead(db, { stage: "marketing_qualified" });
    const started = new Date(TEST_TIME.getTime() - 3_600_000);
    await db.insert(slaClocks).values({
      ...{ leadId, eventId: crypto.randomUUID(), criterion: "demo", slaMinutes: 15 },
      ...{ arrivedAt: started, startedAt: started, halfAt: started, dueAt: started },
    });
    await sweepClocks({ at: TEST_TIME }, db);
    await sweepClocks({ at: later }, db);
    const data = { dueAt: started.toISOString(), ownerId: null };
    expect(await heard()).toEqual([{ type: "lead.sla_breached", leadId, data }]);
  });
});

describe("what endpoints hear of many leads", () => {
  it("is the version, and once its pass is over one summary: no message for any lead", async () => {
    await make(await addTestLead(db), "Director");
    await db.delete(webhookDeliveries);
    const published = await publishQualifyingAt(10);
    const news = await heard();
    expect(news).toMatchObject([
      { type: "version.published", leadId: null, data: { ...published, returnsToVersionId: null, userId: null } },
      { type: "leads.moved", leadId: null, data: { cause: "publish", qualified: expect.any(Number) } },
    ]);
  });

  it("of an import that is scored lead after lead is one summary", async () => {
    const leadId = await addTestLead(db, { jobTitle: "Director" });
    await markLeadsDue({ leadIds: [leadId], at: TEST_TIME }, db);
    expect(await scoreDueLeads({ now }, store)).toMatchObject({ scored: 1, way: "due" });
    expect(await heard()).toMatchObject([
      {
        type: "leads.moved",
        data: { cause: "import", moved: 1, qualified: 1, moves: [{ from: null, to: "A4", leads: 1 }] },
      },
    ]);
  });
});
