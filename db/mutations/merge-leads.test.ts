import { asc, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findCurrentGeneration } from "#db/queries/current-generation.ts";
import {
  adjustments,
  alerts,
  auditLog,
  events,
  imports,
  leadFieldValues,
  leadIdentities,
  leadScores,
  leads,
  outcomes,
  qualificationAnswers,
  scoreChanges,
  stageChanges,
  touches,
} from "#db/schema/index.ts";
import { addTestUser, TEST_TIME } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { expectExactScores } from "#db/test/expect-exact.ts";
import { addTestLead, addTestOrganisation, addTestVersion, daysAgo, TEST_DAY } from "#db/test/scoring-fixtures.ts";
import type { Viewer } from "#lib/access/roles.ts";
import { addAdjustment } from "./add-adjustment.ts";
import { answerQuestion } from "./answer-question.ts";
import { buildGeneration } from "./build-generation.ts";
import { concludeGeneration } from "./conclude-generation.ts";
import { mergeLeads } from "./merge-leads.ts";
import { raiseAlert } from "./raise-alert.ts";
import { recordDisposition } from "./record-disposition.ts";
import { recordEvents } from "./record-events.ts";
import { recordOutcome } from "./record-outcome.ts";
import { setLeadFields } from "./set-lead-fields.ts";

const now = () => TEST_TIME;
let store: TestDatabase;
let viewer: Viewer;
beforeAll(async () => {
  store = await createTestDatabase();
  await addTestOrganisation(store.db);
  await addTestVersion(store.db);
  viewer = { userId: await addTestUser(store.db, { role: "admin" }), role: "admin" };
  await buildGeneration({ cause: "publish", day: TEST_DAY, now }, store);
});
afterAll(() => store.drop());

const merge = (keptId: number, mergedId: number, as = viewer) =>
  mergeLeads({ cause: "hand", keptId, mergedId, viewer: as, at: TEST_TIME }, store.db);

function send(leadId: number, externalId: string, days = 0) {
  const event = { leadId, type: "demo_requested", claimed: daysAgo(days).getTime(), time: "", externalId };
  return recordEvents(
    { source: "api", events: [{ ...event, asset: null, properties: null }], at: TEST_TIME },
    store.db,
  );
}

const name = (leadId: number, value: string) =>
  store.db.insert(leadIdentities).values({ kind: "email", value, leadId });

/** Two records of a person, each with everything a lead can have. */
async function twoRecords() {
  const kept = await addTestLead(store.db, { createdAt: daysAgo(40), city: "Breda" });
  const merged = await addTestLead(store.db, { createdAt: daysAgo(80), jobTitle: "Director", city: "Tilburg" });
  for (const leadId of [kept, merged]) {
    await name(leadId, `${leadId}@example.com`);
    await store.db
      .insert(stageChanges)
      .values({ leadId, at: daysAgo(leadId === kept ? 40 : 80), toStage: "lead", cause: "import" });
    await send(leadId, "the same, told of both");
    await send(leadId, `of ${leadId} alone`, 3);
    await setLeadFields({ leadId, viewer, values: { phone: `+31 ${leadId}` }, at: daysAgo(2) }, store.db);
    const correction = { axis: "fit", centipoints: 100, reason: "Met", firstDay: TEST_DAY, lastDay: null } as const;
    await addAdjustment({ leadId, viewer, at: TEST_TIME, ...correction }, store.db);
    const answer = { item: "budget", answer: "yes", note: `of ${leadId}`, seenAnswerId: null } as const;
    await answerQuestion({ leadId, viewer, at: TEST_TIME, ...answer }, store.db);
    const work = { leadId, viewer, note: "", seenTouchId: null, at: TEST_TIME, day: TEST_DAY };
    await recordDisposition({ ...work, outcome: { disposition: "called" } }, store.db);
    const alert = { kind: "given", facts: { byId: null, note: "" }, subject: `handover:${leadId}:1` } as const;
    await raiseAlert({ ...alert, leadId, userIds: [viewer.userId], at: TEST_TIME }, store.db);
  }
  const deal = {
    id: "deal 1",
    result: "won",
    decidedAt: daysAgo(1),
    isTimed: true,
    value: null,
    actorId: null,
  } as const;
  await recordOutcome({ leadId: merged, at: TEST_TIME, ...deal }, store.db);
  return { kept, merged };
}

describe("merging two leads", () => {
  it("leaves one, with the identities, events, touches, adjustments, deals and histories of both", async () => {
    const { kept, merged } = await twoRecords();
    expect(await merge(kept, merged)).toEqual({ ok: true, value: null });

    const [lead] = await store.db.select().from(leads).where(eq(leads.id, kept));
    expect(lead).toMatchObject({
      jobTitle: "Director",
      city: "Breda",
      phone: `+31 ${kept}`,
      stage: "customer",
      createdAt: daysAgo(80),
    });
    expect(await store.db.select().from(leads).where(eq(leads.id, merged))).toEqual([]);
    const named = await store.db.select().from(leadIdentities).where(eq(leadIdentities.leadId, kept));
    expect(named.map(({ value }) => value).sort()).toEqual([`${kept}@example.com`, `${merged}@example.com`]);
    const happened = await store.db.select().from(events).where(eq(events.leadId, kept));
    expect(happened.map(({ joinedAt }) => joinedAt?.getTime() ?? null).sort()).toEqual(
      [null, null, TEST_TIME.getTime()].sort(),
    );
    for (const table of [touches, adjustments, qualificationAnswers])
      expect(await store.db.select().from(table).where(eq(table.leadId, kept))).toHaveLength(2);
    expect(await store.db.select().from(outcomes).where(eq(outcomes.leadId, kept))).toHaveLength(1);
    expect(await store.db.select().from(alerts).where(eq(alerts.leadId, kept))).toHaveLength(2);
    const steps = await store.db
      .select()
      .from(stageChanges)
      .where(eq(stageChanges.leadId, kept))
      .orderBy(asc(stageChanges.at), asc(stageChanges.id));
    expect(steps.filter(({ fromStage }) => fromStage === null).map(({ at }) => at)).toEqual([daysAgo(80)]);
    expect(steps.at(-1)).toMatchObject({ toStage: "customer", cause: "merge", actorId: viewer.userId });
    const phones = await store.db
      .select()
      .from(leadFieldValues)
      .where(eq(leadFieldValues.leadId, kept))
      .orderBy(asc(leadFieldValues.validFrom));
    expect(phones.map(({ field, value, validFrom }) => [field, value, validFrom])).toEqual([
      ["phone", null, daysAgo(80)],
      ["phone", `+31 ${kept}`, daysAgo(2)],
    ]);
  });

  it("leaves nothing of the record that goes, in any table", async () => {
    const { kept, merged } = await twoRecords();
    await merge(kept, merged);
    const tables = await store.db.execute<{ name: string; column: string }>(sql`
      select table_name as name, case table_name when 'leads' then 'id' else 'lead_id' end as column
      from information_schema.columns where table_schema = 'public' and column_name = 'lead_id'
      and table_name not like 'lead_scores_g%' and table_name <> 'touched_leads'`);
    expect(tables.length).toBeGreaterThan(12);
    for (const table of tables) {
      const left = await store.db.execute(
        sql`select from ${sql.identifier(table.name)} where ${sql.identifier(table.column)} = ${merged}`,
      );
      expect(left, table.name).toHaveLength(0);
    }
  });

  it("scores it anew at once, from what is known of both, and tells the change with who made it", async () => {
    const kept = await addTestLead(store.db);
    const merged = await addTestLead(store.db, { jobTitle: "Director" });
    await send(kept, "a");
    await send(merged, "b");
    await merge(kept, merged);
    // 30 for a director, two demo requests of 40.
    const [score] = await store.db.select().from(leadScores).where(eq(leadScores.leadId, kept));
    expect(score).toMatchObject({ fit: 3000, engagement: 8000 });
    await expectExactScores(store.db);
    const log = await store.db
      .select()
      .from(scoreChanges)
      .where(eq(scoreChanges.leadId, kept))
      .orderBy(asc(scoreChanges.n));
    expect(log.at(-1)).toMatchObject({ cause: "merge", actorId: viewer.userId, cellBefore: "D2", cellAfter: "A1" });
    const [entry] = await store.db
      .select()
      .from(auditLog)
      .where(eq(auditLog.subject, `lead:${kept}`));
    expect(entry).toMatchObject({ action: "lead.merged", details: { mergedId: merged } });
  });

  it("gives a field that the kept record lacks the history that it had in the other", async () => {
    const kept = await addTestLead(store.db, { createdAt: daysAgo(50) });
    const merged = await addTestLead(store.db, { createdAt: daysAgo(30), jobTitle: "Engineer" });
    await setLeadFields({ leadId: merged, viewer, values: { job_title: "Director" }, at: daysAgo(10) }, store.db);
    await merge(kept, merged);
    const rows = await store.db
      .select()
      .from(leadFieldValues)
      .where(eq(leadFieldValues.leadId, kept))
      .orderBy(asc(leadFieldValues.validFrom));
    expect(rows.map(({ field, value, validFrom }) => [field, value, validFrom])).toEqual([
      ["job_title", "Engineer", daysAgo(50)],
      ["job_title", "Director", daysAgo(10)],
    ]);
  });

  it("right after a switch leaves no trace of the record that goes in what the pass changed", async () => {
    const kept = await addTestLead(store.db);
    const merged = await addTestLead(store.db);
    const pass = { cause: "publish", day: TEST_DAY, now } as const;
    await buildGeneration(pass, store);
    await store.db.update(leads).set({ jobTitle: "Director" });
    await store.db.execute(sql`alter table score_changes add constraint killed check (n > 0) not valid`);
    await expect(buildGeneration(pass, store)).rejects.toThrow();
    await store.db.execute(sql`alter table score_changes drop constraint killed`);
    await merge(kept, merged);
    await concludeGeneration({ now }, store.db);
    const generationId = (await findCurrentGeneration(store.db))?.id ?? 0;
    const log = await store.db.select().from(scoreChanges).where(eq(scoreChanges.generationId, generationId));
    const told = log.map(({ leadId }) => leadId);
    expect(told).toContain(kept);
    expect(told).not.toContain(merged);
    await expectExactScores(store.db);
  });

  it("is refused for one lead, for leads that are not there or not the viewer's, and while an import runs", async () => {
    const kept = await addTestLead(store.db);
    const merged = await addTestLead(store.db, { ownerId: viewer.userId });
    expect(await merge(kept, kept)).toMatchObject({ refusal: { reason: "same_lead" } });
    expect(await merge(kept, 0)).toMatchObject({ refusal: { code: "not_found" } });
    const rep: Viewer = { userId: await addTestUser(store.db), role: "rep" };
    expect(await merge(kept, merged, rep)).toMatchObject({ refusal: { reason: "lead_gone" } });
    const file = { kind: "leads" as const, fileName: "a.csv", filePath: "a.csv", fileBytes: 1, fileSha256: "0" };
    await store.db
      .insert(imports)
      .values({ ...file, mapping: {}, status: "running", isDryRun: false, createdAt: TEST_TIME });
    expect(await merge(kept, merged)).toMatchObject({ refusal: { code: "conflict", reason: "import_running" } });
    await store.db.delete(imports);
    expect(await merge(kept, merged)).toMatchObject({ ok: true });
  });
});
