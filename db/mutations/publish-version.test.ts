import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readBuildProgress } from "#db/queries/build-progress.ts";
import { findDraft, listModels, listVersions } from "#db/queries/models.ts";
import { auditLog } from "#db/schema/index.ts";
import { addTestUser, TEST_TIME } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { addTestOrganisation, testDefinition } from "#db/test/scoring-fixtures.ts";
import { bringUpToDate } from "./build-generation.ts";
import { discardDraft } from "./discard-draft.ts";
import { nameEventTypes } from "./name-event-parts.ts";
import { publishDraft } from "./publish-draft.ts";
import { publishVersion } from "./publish-version.ts";
import { returnToVersion } from "./return-to-version.ts";
import { saveDraft } from "./save-draft.ts";

const at = TEST_TIME;
let store: TestDatabase;
let userId: number;
beforeAll(async () => {
  store = await createTestDatabase();
  await addTestOrganisation(store.db);
  await nameEventTypes({ keys: ["demo_requested", "page_viewed", "video_played"], at }, store.db);
  userId = await addTestUser(store.db, { role: "marketer", name: "Mara" });
});
afterAll(() => store.drop());
beforeEach(async () => {
  await store.db.execute(sql`truncate models, generations, organisation, audit_log, pgboss.job cascade`);
  await addTestOrganisation(store.db);
});

const publish = (definition: unknown, modelId: number | null = null) =>
  publishVersion({ modelId, definition, note: "Why", userId, at }, store.db);
const withMix = (fit: number) => testDefinition({ mix: { fit, engagement: 100 - fit } });
const jobs = async () =>
  (await store.db.execute<{ name: string }>(sql`select name from pgboss.job`)).map(({ name }) => name);

describe("publishing", () => {
  it("numbers the versions of a model and asks for the pass that puts the newest in force", async () => {
    const first = await publish(withMix(50));
    expect(first).toMatchObject({ ok: true, value: { number: 1, isNew: true } });
    const modelId = first.ok ? first.value.modelId : 0;
    expect(await publish(withMix(40), modelId)).toMatchObject({ ok: true, value: { number: 2 } });
    expect(await jobs()).toEqual(["build-generation"]);
    expect(await readBuildProgress(store.db)).toEqual({ state: "waiting" });
    await bringUpToDate({ now: () => at }, store);
    expect(await readBuildProgress(store.db)).toEqual({ state: "in_force" });
    const versions = await listVersions({ modelId }, store.db);
    expect(versions).toMatchObject([
      { number: 2, isInForce: true, publishedBy: "Mara", note: "Why", returnsTo: null },
      { number: 1, isInForce: false },
    ]);
    expect(await store.db.select({ action: auditLog.action }).from(auditLog)).toHaveLength(2);
  });

  it("of what the newest version says already publishes nothing", async () => {
    const first = await publish(withMix(50));
    const modelId = first.ok ? first.value.modelId : 0;
    expect(await publish(withMix(50), modelId)).toMatchObject({ ok: true, value: { number: 1, isNew: false } });
    expect(await listVersions({ modelId }, store.db)).toHaveLength(1);
  });

  it("refuses what makes no sense, and says where", async () => {
    const refused = await publish({ ...withMix(50), mix: { fit: 50, engagement: 10 } });
    expect(refused).toMatchObject({ ok: false, refusal: { code: "invalid_input", reason: "definition_invalid" } });
    expect(Object.keys((!refused.ok && refused.refusal.fields) || {})).toEqual(["mix"]);
    expect(await listModels(store.db)).toEqual([]);
  });

  it("by two at once gives two versions", async () => {
    const first = await publish(withMix(50));
    const modelId = first.ok ? first.value.modelId : 0;
    const both = await Promise.all([publish(withMix(40), modelId), publish(withMix(30), modelId)]);
    expect(both.map((result) => result.ok && result.value.number).sort()).toEqual([2, 3]);
  });
});

describe("returning to an earlier version", () => {
  it("is a version of its own that says so", async () => {
    const first = await publish(withMix(50));
    const { modelId, versionId } = first.ok ? first.value : { modelId: 0, versionId: 0 };
    const back = () => returnToVersion({ versionId, note: "", userId, at }, store.db);
    expect(await back()).toMatchObject({ ok: false, refusal: { reason: "version_is_newest" } });
    await publish(withMix(40), modelId);
    expect(await back()).toMatchObject({ ok: true, value: { number: 3 } });
    const [newest] = await listModels(store.db);
    expect(newest).toMatchObject({ number: 3, returnsTo: 1, definition: { mix: { fit: 50 } } });
  });
});

describe("the draft of a model", () => {
  const save = (modelId: number | null, revision: number | null, fit: number) =>
    saveDraft({ modelId, definition: withMix(fit), revision, baseVersionId: null, userId, at }, store.db);

  async function begin() {
    const saved = await save(null, null, 50);
    if (!saved.ok) throw new Error("The draft was not saved.");
    return saved.value;
  }

  it("is not overwritten by who did not see the last change", async () => {
    const { modelId, revision } = await begin();
    const over = await save(modelId, revision, 40);
    expect(over).toMatchObject({ ok: true });
    expect(await save(modelId, revision, 30)).toMatchObject({ ok: false, refusal: { reason: "draft_changed" } });
    expect(await save(modelId, null, 30)).toMatchObject({ ok: false, refusal: { reason: "draft_changed" } });
    expect(await findDraft({ modelId }, store.db)).toMatchObject({
      revision: over.ok ? over.value.revision : 0,
      definition: { mix: { fit: 40 } },
    });
  });

  it("is not overwritten by who saw the draft before it, which is gone", async () => {
    const { modelId, revision } = await begin();
    await discardDraft({ modelId, revision, userId, at }, store.db);
    expect(await save(modelId, null, 60)).toMatchObject({ ok: true });
    expect(await save(modelId, revision, 40)).toMatchObject({ ok: false, refusal: { reason: "draft_changed" } });
    expect(await findDraft({ modelId }, store.db)).toMatchObject({ definition: { mix: { fit: 60 } } });
  });

  it("is published as it was seen, and then is gone", async () => {
    const { modelId, revision } = await begin();
    const seen = (shown: number) =>
      publishDraft({ modelId, revision: shown, replacesVersionId: null, note: "", userId, at }, store.db);
    expect(await seen(revision + 1)).toMatchObject({ ok: false, refusal: { reason: "draft_changed" } });
    expect(await seen(revision)).toMatchObject({ ok: true, value: { number: 1 } });
    expect(await findDraft({ modelId }, store.db)).toBeNull();
  });

  it("is discarded as it was seen", async () => {
    const { modelId, revision } = await begin();
    expect((await discardDraft({ modelId, revision: revision + 7, userId, at }, store.db)).ok).toBe(false);
    expect((await discardDraft({ modelId, revision, userId, at }, store.db)).ok).toBe(true);
    expect(await findDraft({ modelId }, store.db)).toBeNull();
  });
});
