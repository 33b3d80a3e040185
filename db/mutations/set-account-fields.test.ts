import { asc, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { installJobs } from "#db/jobs.ts";
import { areLeadsDue, countDueLeads } from "#db/queries/due-leads.ts";
import {
  accountFieldValues,
  accountIdentities,
  accounts,
  auditLog,
  dueLeads,
  leadScores,
  scoreChanges,
} from "#db/schema/index.ts";
import { addTestUser, TEST_TIME } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { expectExactScores } from "#db/test/expect-exact.ts";
import { addTestLead, addTestOrganisation, addTestVersion, daysAgo, TEST_DAY } from "#db/test/scoring-fixtures.ts";
import type { FieldValue } from "#lib/scoring/facts.ts";
import { buildGeneration } from "./build-generation.ts";
import { processDueLeads } from "./process-due-leads.ts";
import { setAccountFields } from "./set-account-fields.ts";

const now = () => TEST_TIME;
let store: TestDatabase;
let admin: number;
beforeAll(async () => {
  store = await createTestDatabase();
  await installJobs(store.url);
  await addTestOrganisation(store.db);
  await addTestVersion(store.db);
  admin = await addTestUser(store.db, { role: "admin" });
  await buildGeneration({ cause: "publish", day: TEST_DAY, now }, store);
});
afterAll(() => store.drop());

async function addAccount(values: Partial<typeof accounts.$inferInsert> = {}): Promise<number> {
  const at = daysAgo(300);
  const [row] = await store.db
    .insert(accounts)
    .values({ name: "Acme", createdAt: at, updatedAt: at, ...values })
    .returning({ id: accounts.id });
  return row?.id ?? 0;
}

const set = (accountId: number, values: Record<string, FieldValue | null>) =>
  setAccountFields({ accountId, values, actorId: admin, at: TEST_TIME }, store.db);
const jobs = () => store.db.execute(sql`select from pgboss.job where name = 'process-due' and state = 'created'`);

describe("changing fields of an account", () => {
  it("has all its leads scored anew by the worker, and no other, with the account as the cause", async () => {
    const accountId = await addAccount({ employees: 20 });
    const one = await addTestLead(store.db, { accountId });
    const other = await addTestLead(store.db, { accountId });
    await addTestLead(store.db);
    await buildGeneration({ cause: "publish", day: TEST_DAY, now }, store);
    expect(await set(accountId, { "account.employees": 400 })).toEqual({
      ok: true,
      value: { changed: ["account.employees"] },
    });
    expect(await store.db.select().from(dueLeads).orderBy(asc(dueLeads.leadId))).toEqual(
      [one, other].map((leadId) => ({ leadId, since: TEST_TIME, cause: "account" })),
    );
    expect(await jobs()).toHaveLength(1);
    expect(await processDueLeads({ now }, store.db)).toBe(2);
    // 12.5 points for a large company: band C from 10.
    const rows = await store.db
      .select()
      .from(scoreChanges)
      .where(eq(scoreChanges.leadId, one))
      .orderBy(asc(scoreChanges.n));
    expect(rows.slice(1)).toMatchObject([
      { n: 1, cause: "account", cellBefore: "D4", cellAfter: "C4", fitAfter: 1250 },
    ]);
    await expectExactScores(store.db);
    expect(await areLeadsDue(store.db)).toBe(false);
  });

  it("keeps what they were, from the account's creation on", async () => {
    const accountId = await addAccount({ industry: "Chemicals" });
    await set(accountId, { "account.industry": "Plastics" });
    const rows = await store.db
      .select()
      .from(accountFieldValues)
      .where(eq(accountFieldValues.accountId, accountId))
      .orderBy(asc(accountFieldValues.validFrom));
    expect(rows).toEqual([
      { accountId, field: "account.industry", validFrom: daysAgo(300), value: "Chemicals", isTimed: false },
      { accountId, field: "account.industry", validFrom: TEST_TIME, value: "Plastics", isTimed: true },
    ]);
    const [entry] = await store.db
      .select()
      .from(auditLog)
      .where(eq(auditLog.subject, `account:${accountId}`));
    expect(entry).toMatchObject({
      actorId: admin,
      action: "account.changed",
      details: { fields: ["account.industry"] },
    });
  });

  it("to what they are changes nothing", async () => {
    const accountId = await addAccount({ city: "Ede" });
    await addTestLead(store.db, { accountId });
    expect(await set(accountId, { "account.city": "Ede" })).toEqual({ ok: true, value: { changed: [] } });
    expect(await countDueLeads(store.db)).toEqual({ import: 0, account: 0 });
  });

  it("refuses unknown fields, values of another type and an account without a name", async () => {
    const accountId = await addAccount();
    const wrong = { "account.colour": "red", job_title: "Boss", "account.employees": 2.5, "account.name": null };
    expect(await set(accountId, wrong)).toMatchObject({
      ok: false,
      refusal: {
        code: "invalid_input",
        fields: {
          "account.colour": "no_such_field",
          job_title: "not_such_a_value",
          "account.employees": "not_such_a_value",
          "account.name": "not_such_a_value",
        },
      },
    });
    expect(await set(0, { "account.city": "Ede" })).toMatchObject({ refusal: { code: "not_found" } });
  });

  it("lets it go by its new domain and its old one, and not by that of another account", async () => {
    const accountId = await addAccount({ name: "Brug" });
    const other = await addAccount({ name: "Sluis" });
    await set(accountId, { "account.domain": "brug.nl" });
    await set(accountId, { "account.domain": "https://www.Brug.com/", "account.name": "Brug Groep" });
    const refused = await set(other, { "account.domain": "brug.com", "account.name": "Brug Sluis" });
    expect(refused).toMatchObject({ refusal: { code: "conflict" } });
    const names = await store.db
      .select({ value: accountIdentities.value, accountId: accountIdentities.accountId })
      .from(accountIdentities)
      .orderBy(asc(accountIdentities.value));
    expect(names).toEqual(["brug groep", "brug.com", "brug.nl"].map((value) => ({ value, accountId })));
    const [kept] = await store.db.select().from(accounts).where(eq(accounts.id, other));
    expect(kept?.name).toBe("Sluis");
  });

  it("removes no score of leads that are not scored, and gives none", async () => {
    const accountId = await addAccount();
    const refused = await addTestLead(store.db, { accountId, mayScore: false });
    await set(accountId, { "account.employees": 500 });
    await processDueLeads({ now }, store.db);
    expect(await store.db.select().from(leadScores).where(eq(leadScores.leadId, refused))).toEqual([]);
  });
});
