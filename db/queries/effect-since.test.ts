import { afterAll, beforeAll, expect, it } from "vitest";
import { stageChanges } from "#db/schema/index.ts";
import { TEST_TIME } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { rolledBack } from "#db/test/rolled-back.ts";
import { addTestLead, addTestOrganisation, addTestVersion, daysAgo } from "#db/test/scoring-fixtures.ts";
import { measureVersions } from "./effect-since.ts";

let store: TestDatabase;
beforeAll(async () => {
  store = await createTestDatabase();
});
afterAll(() => store.drop());

type Handed = {
  readonly days: number;
  readonly versionId: number;
  readonly cause?: "event" | "publish";
  /** So many days after the hand-over. */
  readonly answer?: { readonly to: "sales_accepted" | "recycled" | "customer" | "lead"; readonly after: number };
  readonly isUndone?: boolean;
};

it("counts what was handed over before and after each version, and what sales answered in time", async () => {
  await rolledBack(store.db, async (executor) => {
    await addTestOrganisation(executor);
    const { modelId, versionId: first } = await addTestVersion(executor);
    const { versionId: second } = await addTestVersion(executor, undefined, modelId);
    const { versionId: other } = await addTestVersion(executor);
    async function hand({ days, versionId, cause = "event", answer, isUndone }: Handed) {
      const leadId = await addTestLead(executor);
      const handed = { leadId, toStage: "marketing_qualified", cause, versionId, at: daysAgo(days) } as const;
      await executor.insert(stageChanges).values({ ...handed, undoneAt: isUndone ? TEST_TIME : null });
      if (!answer) return;
      const at = daysAgo(days - answer.after);
      await executor.insert(stageChanges).values({ leadId, toStage: answer.to, cause: "disposition", at });
    }
    // The second version was published 50 days ago, and so is compared with the 50 days before.
    await hand({ days: 110, versionId: first });
    await hand({ days: 99, versionId: first, answer: { to: "sales_accepted", after: 1 } });
    await hand({ days: 80, versionId: first, answer: { to: "recycled", after: 29.9 } });
    await hand({ days: 80, versionId: first, answer: { to: "recycled", after: 30.1 } });
    await hand({ days: 80, versionId: other, answer: { to: "recycled", after: 1 } });
    await hand({ days: 60, versionId: first, isUndone: true });
    await hand({ days: 50, versionId: second, cause: "publish", answer: { to: "customer", after: 2 } });
    await hand({ days: 40, versionId: second, answer: { to: "lead", after: 2 } });
    await hand({ days: 29, versionId: second, answer: { to: "sales_accepted", after: 1 } });

    const versions = [
      { versionId: second, publishedAt: daysAgo(50) },
      { versionId: first, publishedAt: daysAgo(120) },
    ];
    const measured = await measureVersions(
      { modelId, versions, versionIds: [first, second], now: TEST_TIME },
      executor,
    );
    expect(measured.get(second)).toEqual({
      span: { from: daysAgo(100).getTime(), middle: daysAgo(50).getTime(), until: TEST_TIME.getTime() },
      before: { qualified: 3, handedOver: 3, accepted: 1, rejected: 1 },
      // The one of 29 days ago can still be answered in time, and so is not held to be.
      after: { qualified: 2, handedOver: 2, accepted: 1, rejected: 0 },
    });
    // Before the first version nothing was handed over.
    expect(measured.get(first)?.before).toEqual({ qualified: 0, handedOver: 0, accepted: 0, rejected: 0 });
    expect(measured.get(first)?.after).toMatchObject({ qualified: 4 });
  });
});

it("says nothing of a model without versions", async () => {
  await rolledBack(store.db, async (executor) => {
    const measured = await measureVersions({ modelId: 1, versions: [], versionIds: [7], now: TEST_TIME }, executor);
    expect(measured.size).toBe(0);
  });
});
