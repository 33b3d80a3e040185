import { sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { addAdjustment } from "#db/mutations/add-adjustment.ts";
import { type BuildGeneration, buildGeneration } from "#db/mutations/build-generation.ts";
import { findCurrentGeneration, type Generation } from "#db/queries/current-generation.ts";
import { accounts } from "#db/schema/index.ts";
import { addTestUser, TEST_TIME } from "./add-test-user.ts";
import type { TestDatabase } from "./database.ts";
import {
  addTestEvent,
  addTestLead,
  addTestOrganisation,
  addTestVersion,
  daysAgo,
  TEST_DAY,
} from "./scoring-fixtures.ts";

/** A pass of the test's day because something was published. */
export const TEST_PASS: BuildGeneration = { cause: "publish", day: TEST_DAY, now: () => TEST_TIME };

/** The tables in which scores of generations are kept, oldest first. */
export async function listPartitions(db: Database): Promise<string[]> {
  const rows = await db.execute<{ name: string }>(
    sql`select relname as name from pg_class where relname ~ '^lead_scores_g\\d+$' order by oid`,
  );
  return rows.map(({ name }) => name);
}

/** Leads of many kinds: with and without an account, a history, events, an adjustment, a right to be scored. */
export async function addManyLeads(db: Database, count: number): Promise<number[]> {
  const actor = await addTestUser(db, { role: "admin" });
  const [account] = await db
    .insert(accounts)
    .values({ name: "Large", employees: 400, createdAt: daysAgo(400), updatedAt: daysAgo(400) })
    .returning({ id: accounts.id });
  const leadIds: number[] = [];
  for (let n = 0; n < count; n++) {
    const leadId = await addTestLead(db, {
      jobTitle: [null, "Sales Director", "Engineer"][n % 3],
      accountId: n % 4 === 0 ? account?.id : null,
      mayScore: n % 7 !== 3,
      stage: n % 5 === 4 ? "customer" : "lead",
      createdAt: daysAgo(10 * n + 1),
    });
    leadIds.push(leadId);
    for (let e = 0; e < n % 6; e++)
      await addTestEvent(db, leadId, {
        type: ["page_viewed", "demo_requested", "video_played"][(n + e) % 3] ?? "",
        at: new Date(daysAgo(7 * e).getTime() - n * 3_600_000),
        asset: e % 2 === 0 ? `page ${n % 2}` : undefined,
        properties: e % 3 === 0 ? undefined : { minutes: e },
      });
    if (n % 6 === 5)
      await addAdjustment(
        {
          leadId,
          viewer: { userId: actor, role: "admin" },
          axis: "fit",
          centipoints: -750,
          reason: "Known",
          firstDay: TEST_DAY,
          lastDay: null,
          at: daysAgo(1),
        },
        db,
      );
  }
  return leadIds;
}

export type ScoredLeads = {
  readonly generation: Generation;
  readonly modelId: number;
  readonly leadIds: readonly number[];
};

/** An organisation whose model is in force for so many leads of many kinds. */
export async function scoreManyLeads(store: TestDatabase, count: number): Promise<ScoredLeads> {
  await addTestOrganisation(store.db);
  const { modelId } = await addTestVersion(store.db);
  const leadIds = await addManyLeads(store.db, count);
  await buildGeneration(TEST_PASS, store);
  const generation = await findCurrentGeneration(store.db);
  if (!generation) throw new Error("Nothing is in force.");
  return { generation, modelId, leadIds };
}
