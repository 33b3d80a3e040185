import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { listLeadsToMend } from "#db/queries/leads-to-mend.ts";
import { readQualityBasis } from "#db/queries/quality-basis.ts";
import { findQuality, isQualityDue } from "#db/queries/quality-days.ts";
import { accounts, fieldDefinitions, leadFieldValues, qualityDays, touches } from "#db/schema/index.ts";
import { addTestUser, TEST_TIME } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { TEST_PASS } from "#db/test/pass-fixtures.ts";
import {
  addTestEvent,
  addTestLead,
  addTestOrganisation,
  addTestVersion,
  daysAgo,
  TEST_DAY,
} from "#db/test/scoring-fixtures.ts";
import type { Fault } from "#lib/data-quality/faults.ts";
import { MOST_TO_MEND } from "#lib/data-quality/report.ts";
import type { FieldType, FieldValue } from "#lib/scoring/facts.ts";
import { readValue } from "#lib/scoring/value.ts";
import { buildGeneration } from "./build-generation.ts";
import { measureQuality } from "./measure-quality.ts";
import { mergeLeads } from "./merge-leads.ts";
import { setQualitySettings } from "./set-quality-settings.ts";

let store: TestDatabase;
let userId: number;
beforeEach(async () => {
  store = await createTestDatabase();
  await addTestOrganisation(store.db);
  userId = await addTestUser(store.db, { role: "manager" });
});
afterEach(() => store.drop());

const now = () => TEST_TIME;
const later = () => new Date(TEST_TIME.getTime() + 1_000);

async function measure() {
  const figures = await measureQuality({ now }, store.db);
  if (!figures) throw new Error("Nothing was measured.");
  return figures;
}

async function listToMend(fault: Fault) {
  const [basis, kept] = [await readQualityBasis({ at: TEST_TIME }, store.db), await findQuality(store.db)];
  if (!basis || !kept) throw new Error("Nothing was measured.");
  const viewer = { userId, role: "manager" } as const;
  return listLeadsToMend({ viewer, basis, toMend: kept.toMend, fault, limit: 100 }, store.db);
}

async function addAccount(name: string): Promise<number> {
  const values = { name, employees: 400, createdAt: daysAgo(400), updatedAt: daysAgo(400) };
  const [row] = await store.db.insert(accounts).values(values).returning({ id: accounts.id });
  return row?.id ?? 0;
}

const setRequired = (required: readonly string[] | null, bounce: Parameters<typeof setQualitySettings>[0]["bounce"]) =>
  setQualitySettings({ required, bounce, actorId: userId, at: later() }, store.db);

/** Six open leads and a customer's, under a model that asks for a job title and the size of the company. */
async function addSome() {
  const acme = await addAccount("Acme");
  const known = { jobTitle: "Director", accountId: acme, createdAt: daysAgo(10) };
  const fine = await addTestLead(store.db, { ...known, firstName: "An", lastName: "Fine", email: "an@acme.test" });
  const bare = await addTestLead(store.db, { lastName: "Bare", createdAt: daysAgo(200) });
  const one = await addTestLead(store.db, { ...known, firstName: "Jan", email: "jan@acme.test" });
  const other = await addTestLead(store.db, { ...known, firstName: "jan", email: "j@acme.test", jobTitle: " " });
  const unscored = await addTestLead(store.db, { ...known, firstName: "No", mayScore: false });
  const kept = await addTestLead(store.db, { ...known, lastName: "Kept", createdAt: daysAgo(300) });
  await store.db
    .insert(touches)
    .values({ leadId: kept, kind: "call", disposition: "called", at: daysAgo(3), actorId: userId });
  await addTestLead(store.db, { lastName: "Gone", stage: "customer" });
  await addTestEvent(store.db, one, { type: "email_bounced", at: daysAgo(4) });
  // Has another address since.
  await addTestEvent(store.db, fine, { type: "email_bounced", at: daysAgo(8) });
  const value = { leadId: fine, field: "email", validFrom: daysAgo(5), value: "an@acme.test", isTimed: true };
  await store.db.insert(leadFieldValues).values(value);
  await addTestVersion(store.db);
  await buildGeneration(TEST_PASS, store);
  return { fine, bare, one, other, unscored, kept };
}

describe("the quality of data", () => {
  it("is that of the open leads, counted by hand", async () => {
    const { bare, one, other } = await addSome();
    await setRequired(null, { kind: "event", key: "email_bounced" });
    const figures = await measure();
    expect(figures).toMatchObject({
      leads: 6,
      // One has neither, one a blank for a job title: 12 - 3.
      completeness: {
        filled: 9,
        of: 12,
        fields: [
          { field: "job_title", filled: 4, of: 6 },
          { field: "account.employees", filled: 5, of: 6 },
        ],
      },
      duplicates: { surplus: 1, persons: 1, of: 6 },
      // 3 (called), 5 (another address), 10, 10, 10, 200.
      age: { medianDays: 10, old: 1, of: 6 },
      bounces: { bounced: 1, of: 3 },
      // Bare, Jan and jan, of five with a score.
      scores: { bad: 3, of: 5, byFault: { missing: 2, duplicate: 2, old: 1, bounced: 1 } },
      faulty: { missing: 2, duplicate: 1, old: 1, bounced: 1 },
    });
    const missing = await listToMend("missing");
    expect(missing.leads.map(({ leadId, missing: fields }) => [leadId, fields]).sort()).toEqual([
      [bare, ["account.employees", "job_title"]],
      [other, ["job_title"]],
    ]);
    expect((await listToMend("bounced")).leads).toMatchObject([{ leadId: one }]);
    expect((await listToMend("old")).leads).toMatchObject([{ leadId: bare, ageDays: 200 }]);
  });

  it("knows a duplicate that was merged since as mended", async () => {
    const { one, other } = await addSome();
    await measure();
    const before = await listToMend("duplicate");
    expect(before).toMatchObject({ leads: [{ leadId: one, others: [other] }], mended: 0 });
    const viewer = { userId, role: "manager" } as const;
    await mergeLeads({ keptId: one, mergedId: other, viewer, cause: "hand", at: TEST_TIME }, store.db);
    expect(await listToMend("duplicate")).toEqual({ leads: [], mended: 1 });
  });

  it("of bounces says nothing before somebody said what tells of one", async () => {
    await addSome();
    expect((await measure()).bounces).toBeNull();
    await setRequired(null, { kind: "event", key: "no_such_type" });
    expect((await measure()).bounces).toBeNull();
  });

  it("takes a field of the lead for a bounce, unless it says no", async () => {
    const field = { entity: "lead", type: "boolean", label: "Dead", createdAt: TEST_TIME } as const;
    await store.db.insert(fieldDefinitions).values({ key: "dead", ...field });
    const said: Record<string, FieldValue>[] = [{ dead: true }, { dead: false }, {}];
    for (const [n, custom] of said.entries())
      await addTestLead(store.db, { lastName: `L${n}`, email: `l${n}@acme.test`, custom });
    await setRequired([], { kind: "field", key: "dead" });
    expect((await measure()).bounces).toEqual({ bounced: 1, of: 3 });
  });

  it("can be told without leads, and without a model", async () => {
    expect(await measure()).toMatchObject({ leads: 0, age: { medianDays: null }, scores: { of: 0 } });
    await addTestLead(store.db, { createdAt: daysAgo(2) });
    expect(await measure()).toMatchObject({
      leads: 1,
      completeness: { of: 0 },
      age: { medianDays: 2 },
      scores: { of: 0 },
    });
    expect(await listToMend("missing")).toEqual({ leads: [], mended: 0 });
  });

  it("is kept by day, the lists of the newest only, and is due again once something decides it anew", async () => {
    expect(await isQualityDue({ at: TEST_TIME }, store.db)).toBe(true);
    await store.db.insert(qualityDays).values({ day: TEST_DAY - 1, madeAt: daysAgo(1), figures: {}, toMend: {} });
    await measure();
    await measure();
    expect(await isQualityDue({ at: TEST_TIME }, store.db)).toBe(false);
    const rows = await store.db.select({ day: qualityDays.day, toMend: qualityDays.toMend }).from(qualityDays);
    expect(rows.sort((a, b) => a.day - b.day)).toMatchObject([
      { day: TEST_DAY - 1, toMend: null },
      { day: TEST_DAY, toMend: { missing: [] } },
    ]);
    // What a release before wrote otherwise is left out.
    expect((await findQuality(store.db))?.days.map(({ day }) => day)).toEqual([TEST_DAY]);
    // Measured while the clock was a day ahead.
    await store.db.insert(qualityDays).values({ day: TEST_DAY + 1, madeAt: TEST_TIME, figures: {} });
    expect((await findQuality(store.db))?.days.map(({ day }) => day)).toEqual([TEST_DAY]);
    await setRequired(["phone"], null);
    expect(await isQualityDue({ at: TEST_TIME }, store.db)).toBe(true);
    expect(await isQualityDue({ at: new Date(TEST_TIME.getTime() + 86_400_000) }, store.db)).toBe(true);
  });

  it("lists no more than anybody mends", async () => {
    await store.db.execute(sql`
      insert into leads (last_name, stage, stage_entered_at, created_at, created_day, updated_at)
      select 'L' || n, 'lead', now(), now(), '2026-02-16', now() from generate_series(1, ${MOST_TO_MEND + 1}::int) n`);
    await setRequired(["phone"], null);
    expect((await measure()).faulty.missing).toBe(MOST_TO_MEND + 1);
    expect((await findQuality(store.db))?.toMend.missing).toHaveLength(MOST_TO_MEND);
  });
});

describe("a required field", () => {
  const VALUES: readonly FieldValue[] = ["", "  ", "x", 0, 7, 7.5, true, false, [], ["x"]];

  it.each<FieldType>(["text", "number", "boolean", "date", "list"])(
    "of type %s is there when scores know it",
    async (type) => {
      await store.db
        .insert(fieldDefinitions)
        .values({ key: "own", entity: "lead", type, label: "Own", createdAt: TEST_TIME });
      for (const own of VALUES) await addTestLead(store.db, { custom: { own } });
      await addTestLead(store.db);
      await setRequired(["own"], null);
      const known = VALUES.filter((value) => readValue(value, type) !== null).length;
      expect((await measure()).completeness).toMatchObject({ filled: known, of: VALUES.length + 1 });
    },
  );
});
