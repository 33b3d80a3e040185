import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildGeneration } from "#db/mutations/build-generation.ts";
import { setAccountFields } from "#db/mutations/set-account-fields.ts";
import { areLeadsDue } from "#db/queries/due-leads.ts";
import { accounts, generations, leadScores, leads, scoreChanges } from "#db/schema/index.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { expectExactScores } from "#db/test/expect-exact.ts";
import {
  addTestEvent,
  addTestLead,
  addTestOrganisation,
  addTestVersion,
  TEST_ZONE,
} from "#db/test/scoring-fixtures.ts";
import { localDay } from "#lib/time/local-day.ts";
import { type KeptProcess, keepProcess } from "./test/kept-process.ts";

const LEADS = 1000;
/** A second on a machine that does nothing else; tests run beside each other. */
let store: TestDatabase;
let worker: KeptProcess;
beforeAll(async () => {
  store = await createTestDatabase();
  await addTestOrganisation(store.db);
  await addTestVersion(store.db);
});
afterAll(async () => {
  await worker?.stop();
  await store.drop();
});

describe("the worker", () => {
  it("scores the thousand leads of an account that changed at once, and ends what a killed pass left", async () => {
    const now = () => new Date();
    const [account] = await store.db
      .insert(accounts)
      .values({ name: "Large", employees: 20, createdAt: now(), updatedAt: now() })
      .returning({ id: accounts.id });
    const accountId = account?.id ?? 0;
    const first = await addTestLead(store.db, { accountId });
    await addTestEvent(store.db, first, { type: "demo_requested", at: now() });
    const [row] = await store.db.select().from(leads);
    if (!row) throw new Error("The lead was not stored.");
    const { id: _, ...like } = row;
    await store.db.insert(leads).values(Array.from({ length: LEADS - 1 }, () => like));
    const day = localDay(Date.now(), TEST_ZONE);
    await buildGeneration({ cause: "publish", day, now }, store);
    await store.db.update(generations).set({ changesLoggedAt: null, concludedAt: null });

    worker = await keepProcess({
      args: () => ["worker/main.ts"],
      env: { DATABASE_URL: store.url, LOG_LEVEL: "error", TZ: "UTC" },
    });
    const isConcluded = async () => (await store.db.select().from(generations)).every(({ concludedAt }) => concludedAt);
    await expect.poll(isConcluded).toBe(true);

    const values = { "account.employees": 400 };
    const changed = await setAccountFields({ accountId, values, actorId: null, at: now() }, store.db);
    expect(changed.ok).toBe(true);
    await expect.poll(() => areLeadsDue(store.db)).toBe(false);
    const scores = await store.db.select({ fit: leadScores.fit }).from(leadScores);
    expect(scores).toEqual(Array.from({ length: LEADS }, () => ({ fit: 1250 })));
    const log = await store.db.select({ cause: scoreChanges.cause }).from(scoreChanges);
    expect(log).toEqual(Array.from({ length: LEADS }, () => ({ cause: "account" })));
    expect(await expectExactScores(store.db, [first])).toBe(1);
  });
});
