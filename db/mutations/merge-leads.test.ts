import { asc, eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
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
import { expectExactScores } from "#db/test/expect-exact.ts";
import { mergeTests } from "#db/test/merge-tests.ts";
import { addTestLead, daysAgo, TEST_DAY } from "#db/test/scoring-fixtures.ts";
import type { Viewer } from "#lib/access/roles.ts";
import { buildGeneration } from "./build-generation.ts";
import { concludeGeneration } from "./conclude-generation.ts";
import { setLeadFields } from "./set-lead-fields.ts";

const now = () => TEST_TIME;
const { store, db, viewer, merge, send, twoRecords } = mergeTests();

describe("merging two leads", () => {
  it("leaves one, with the identities, events, touches, adjustments, deals and histories of both", async () => {
    const { kept, merged } = await twoRecords();
    expect(await merge(kept, merged)).toEqual({ ok: true, value: null });

    const [lead] = await db().select().from(leads).where(eq(leads.id, kept));
    expect(lead).toMatchObject({
      jobTitle: "Director",
      city: "Breda",
      phone: `+31 ${kept}`,
      stage: "customer",
      createdAt: daysAgo(80),
    });
    expect(await db().select().from(leads).where(eq(leads.id, merged))).toEqual([]);
    const named = await db().select().from(leadIdentities).where(eq(leadIdentities.leadId, kept));
    expect(named.map(({ value }) => value).sort()).toEqual([`${kept}@example.com`, `${merged}@example.com`]);
    const happened = await db().select().from(events).where(eq(events.leadId, kept));
    expect(happened.map(({ joinedAt }) => joinedAt?.getTime() ?? null).sort()).toEqual(
      [null, null, TEST_TIME.getTime()].sort(),
    );
    for (const table of [touches, adjustments, qualificationAnswers])
      expect(await db().select().from(table).where(eq(table.leadId, kept))).toHaveLength(2);
    expect(await db().select().from(outcomes).where(eq(outcomes.leadId, kept))).toHaveLength(1);
    expect(await db().select().from(alerts).where(eq(alerts.leadId, kept))).toHaveLength(2);
    const steps = await db()
      .select()
      .from(stageChanges)
      .where(eq(stageChanges.leadId, kept))
      .orderBy(asc(stageChanges.at), asc(stageChanges.id));
    expect(steps.filter(({ fromStage }) => fromStage === null).map(({ at }) => at)).toEqual([daysAgo(80)]);
    expect(steps.at(-1)).toMatchObject({ toStage: "customer", cause: "merge", actorId: viewer().userId });
    const phones = await db()
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
    const tables = await db().execute<{ name: string; column: string }>(sql`
      select table_name as name, case table_name when 'leads' then 'id' else 'lead_id' end as column
      from information_schema.columns where table_schema = 'public' and column_name = 'lead_id'
      and table_name not like 'lead_scores_g%' and table_name <> 'touched_leads'`);
    expect(tables.length).toBeGreaterThan(12);
    for (const table of tables) {
      const left = await db().execute(
        sql`select from ${sql.identifier(table.name)} where ${sql.identifier(table.column)} = ${merged}`,
      );
      expect(left, table.name).toHaveLength(0);
    }
  });

  it("scores it anew at once, from what is known of both, and tells the change with who made it", async () => {
    const kept = await addTestLead(db());
    const merged = await addTestLead(db(), { jobTitle: "Director" });
    await send(kept, "a");
    await send(merged, "b");
    await merge(kept, merged);
    // 30 for a director, two demo requests of 40.
    const [score] = await db().select().from(leadScores).where(eq(leadScores.leadId, kept));
    expect(score).toMatchObject({ fit: 3000, engagement: 8000 });
    await expectExactScores(db());
    const log = await db()
      .select()
      .from(scoreChanges)
      .where(eq(scoreChanges.leadId, kept))
      .orderBy(asc(scoreChanges.n));
    expect(log.at(-1)).toMatchObject({ cause: "merge", actorId: viewer().userId, cellBefore: "D2", cellAfter: "A1" });
    const [entry] = await db()
      .select()
      .from(auditLog)
      .where(eq(auditLog.subject, `lead:${kept}`));
    expect(entry).toMatchObject({ action: "lead.merged", details: { mergedId: merged } });
  });

  it("gives a field that the kept record lacks the history that it had in the other", async () => {
    const kept = await addTestLead(db(), { createdAt: daysAgo(50) });
    const merged = await addTestLead(db(), { createdAt: daysAgo(30), jobTitle: "Engineer" });
    await setLeadFields({ leadId: merged, viewer: viewer(), values: { job_title: "Director" }, at: daysAgo(10) }, db());
    await merge(kept, merged);
    const rows = await db()
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
    const kept = await addTestLead(db());
    const merged = await addTestLead(db());
    const pass = { cause: "publish", day: TEST_DAY, now } as const;
    await buildGeneration(pass, store());
    await db().update(leads).set({ jobTitle: "Director" });
    await db().execute(sql`alter table score_changes add constraint killed check (n > 0) not valid`);
    await expect(buildGeneration(pass, store())).rejects.toThrow();
    await db().execute(sql`alter table score_changes drop constraint killed`);
    await merge(kept, merged);
    await concludeGeneration({ now }, db());
    const generationId = (await findCurrentGeneration(db()))?.id ?? 0;
    const log = await db().select().from(scoreChanges).where(eq(scoreChanges.generationId, generationId));
    const told = log.map(({ leadId }) => leadId);
    expect(told).toContain(kept);
    expect(told).not.toContain(merged);
    await expectExactScores(db());
  });

  it("is refused for one lead, for leads that are not there or not the viewer's, and while an import runs", async () => {
    const kept = await addTestLead(db());
    const merged = await addTestLead(db(), { ownerId: viewer().userId });
    expect(await merge(kept, kept)).toMatchObject({ refusal: { reason: "same_lead" } });
    expect(await merge(kept, 0)).toMatchObject({ refusal: { code: "not_found" } });
    const rep: Viewer = { userId: await addTestUser(db()), role: "rep" };
    expect(await merge(kept, merged, { as: rep })).toMatchObject({ refusal: { reason: "lead_gone" } });
    const file = { kind: "leads" as const, fileName: "a.csv", filePath: "a.csv", fileBytes: 1, fileSha256: "0" };
    await db()
      .insert(imports)
      .values({ ...file, mapping: {}, status: "running", isDryRun: false, createdAt: TEST_TIME });
    expect(await merge(kept, merged)).toMatchObject({ refusal: { code: "conflict", reason: "import_running" } });
    await db().delete(imports);
    expect(await merge(kept, merged)).toMatchObject({ ok: true });
  });
});
