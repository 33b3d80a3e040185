import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { listDraftComments, listVersionComments } from "#db/queries/model-comments.ts";
import { findDraft } from "#db/queries/models.ts";
import { isSignatureAsked, readSignOff, readVersionSignatures } from "#db/queries/sign-off.ts";
import { auditLog } from "#db/schema/index.ts";
import { addTestUser, TEST_TIME } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { addTestOrganisation, testDefinition } from "#db/test/scoring-fixtures.ts";
import type { Role } from "#lib/access/roles.ts";
import type { Side } from "#lib/model/sign-off.ts";
import { addComment } from "./add-comment.ts";
import { askSignOff } from "./ask-sign-off.ts";
import { changeUserRole } from "./change-user-role.ts";
import { deleteComment } from "./delete-comment.ts";
import { disableUser } from "./disable-user.ts";
import { discardDraft } from "./discard-draft.ts";
import { nameEventTypes } from "./name-event-parts.ts";
import { publishDraft } from "./publish-draft.ts";
import { publishVersion } from "./publish-version.ts";
import { requireSignOff } from "./require-sign-off.ts";
import { resolveComment } from "./resolve-comment.ts";
import { returnToVersion } from "./return-to-version.ts";
import { saveDraft } from "./save-draft.ts";
import { signDraft } from "./sign-draft.ts";
import { withdrawSignature } from "./withdraw-signature.ts";

const at = TEST_TIME;
let store: TestDatabase;
const people: Record<string, { userId: number; role: Role }> = {};
beforeAll(async () => {
  store = await createTestDatabase();
  await addTestOrganisation(store.db);
  await nameEventTypes({ keys: ["demo_requested", "page_viewed", "video_played"], at }, store.db);
  const roles = { mara: "marketer", milo: "marketer", gerda: "manager", ada: "admin", rik: "rep" } as const;
  for (const [name, role] of Object.entries(roles))
    people[name] = { userId: await addTestUser(store.db, { role, name }), role };
});
afterAll(() => store.drop());
beforeEach(async () => {
  await store.db.execute(sql`truncate models, generations, organisation, audit_log, pgboss.job cascade`);
  await addTestOrganisation(store.db);
});

const person = (name: string) => people[name] ?? { userId: 0, role: "rep" as const };
const withMix = (fit: number) => testDefinition({ mix: { fit, engagement: 100 - fit } });

/** Saves the draft over whatever there is, begun with the version given. */
async function draftSaying(definition: unknown, modelId: number | null, baseVersionId: number | null = null) {
  const draft = modelId === null ? null : await findDraft({ modelId }, store.db);
  const { userId } = person("mara");
  const saved = await saveDraft(
    { modelId, definition, revision: draft?.revision ?? null, baseVersionId, userId, at },
    store.db,
  );
  if (!saved.ok) throw new Error("The draft was not saved.");
  return saved.value;
}
async function sign(modelId: number, side: Side, name: string) {
  const draft = await findDraft({ modelId }, store.db);
  return signDraft({ modelId, revision: draft?.revision ?? 0, side, user: person(name), at }, store.db);
}
async function publish(modelId: number, replacesVersionId: number | null = null) {
  const draft = await findDraft({ modelId }, store.db);
  const { userId } = person("mara");
  return publishDraft({ modelId, revision: draft?.revision ?? 0, replacesVersionId, note: "", userId, at }, store.db);
}
const switchOn = () => requireSignOff({ isRequired: true, actorId: person("gerda").userId, at }, store.db);
const refusedFor = (reason: string) => ({ ok: false, refusal: { reason } });
const signers = async (modelId: number) =>
  (await readSignOff({ modelId }, store.db)).signatures.map(({ side, name }) => `${side}: ${name}`);

describe("publishing where sign-off is required", () => {
  beforeEach(switchOn);

  it("needs the signatures of marketing and of sales on what the draft says now", async () => {
    const { modelId } = await draftSaying(withMix(50), null);
    expect(await publish(modelId)).toMatchObject(refusedFor("not_signed_off"));
    expect(await sign(modelId, "marketing", "mara")).toMatchObject({ ok: true });
    expect(await publish(modelId)).toMatchObject(refusedFor("not_signed_off"));
    expect(await sign(modelId, "sales", "gerda")).toMatchObject({ ok: true });
    await draftSaying(withMix(49), modelId);
    expect(await publish(modelId)).toMatchObject(refusedFor("not_signed_off"));
    await draftSaying(withMix(50), modelId);
    const published = await publish(modelId);
    expect(published).toMatchObject({ ok: true, value: { number: 1 } });
    const signed = await readVersionSignatures({ modelId }, store.db);
    expect(signed.get(published.ok ? published.value.versionId : 0)).toMatchObject([
      { side: "marketing", name: "mara" },
      { side: "sales", name: "gerda" },
    ]);
  });

  it("is refused with a signature that was void when the draft was published", async () => {
    const { modelId } = await draftSaying(withMix(50), null);
    await sign(modelId, "marketing", "mara");
    await sign(modelId, "sales", "gerda");
    await draftSaying(withMix(40), modelId);
    await sign(modelId, "marketing", "mara");
    expect(await publish(modelId)).toMatchObject(refusedFor("not_signed_off"));
    await sign(modelId, "sales", "gerda");
    expect(await publish(modelId)).toMatchObject({ ok: true });
  });

  it("by the command line passes it over and says so in the audit log; a draft stays", async () => {
    const { modelId } = await draftSaying(withMix(50), null);
    const published = await publishVersion({ modelId, definition: withMix(30), note: "", userId: null, at }, store.db);
    expect(published).toMatchObject({ ok: true, value: { number: 1 } });
    expect(await findDraft({ modelId }, store.db)).not.toBeNull();
    const actions = await store.db.select({ action: auditLog.action }).from(auditLog);
    expect(actions.map(({ action }) => action)).toContain("model.sign_off_passed_over");
  });

  it("is no way round it for a person, but for the way back to an earlier version", async () => {
    const { userId } = person("ada");
    const first = await publishVersion(
      { modelId: null, definition: withMix(30), note: "", userId: null, at },
      store.db,
    );
    const { modelId, versionId } = first.ok ? first.value : { modelId: 0, versionId: 0 };
    const around = await publishVersion({ modelId, definition: withMix(20), note: "", userId, at }, store.db);
    expect(around).toMatchObject(refusedFor("not_signed_off"));
    await publishVersion({ modelId, definition: withMix(20), note: "", userId: null, at }, store.db);
    expect(await returnToVersion({ versionId, note: "", userId, at }, store.db)).toMatchObject({
      ok: true,
      value: { number: 3 },
    });
  });

  it("asks for nothing once it is switched off, which is written down with who did it", async () => {
    const { modelId } = await draftSaying(withMix(50), null);
    await requireSignOff({ isRequired: false, actorId: person("gerda").userId, at }, store.db);
    expect(await publish(modelId)).toMatchObject({ ok: true });
    const entries = await store.db.select().from(auditLog);
    expect(entries.filter(({ action }) => action === "organisation.sign_off_set")).toMatchObject([
      { actorId: person("gerda").userId, details: { isRequired: true } },
      { actorId: person("gerda").userId, details: { isRequired: false } },
    ]);
  });
});

describe("signing a draft", () => {
  it("is for the side of one's role", async () => {
    const { modelId } = await draftSaying(withMix(50), null);
    expect(await sign(modelId, "sales", "mara")).toMatchObject(refusedFor("side_of_others"));
    expect(await sign(modelId, "marketing", "gerda")).toMatchObject(refusedFor("side_of_others"));
    expect(await sign(modelId, "sales", "rik")).toMatchObject(refusedFor("side_of_others"));
    expect(await sign(modelId, "sales", "gerda")).toMatchObject({ ok: true });
  });

  it("is never done by one person for both sides", async () => {
    const { modelId } = await draftSaying(withMix(50), null);
    expect(await sign(modelId, "marketing", "ada")).toMatchObject({ ok: true });
    expect(await sign(modelId, "sales", "ada")).toMatchObject(refusedFor("signed_other_side"));
    expect(await sign(modelId, "marketing", "milo")).toMatchObject(refusedFor("side_signed"));
    expect(await sign(modelId, "sales", "gerda")).toMatchObject({ ok: true });
  });

  it("by two at once for both sides leaves one signature of a person", async () => {
    const { modelId } = await draftSaying(withMix(50), null);
    const both = await Promise.all([sign(modelId, "marketing", "ada"), sign(modelId, "sales", "ada")]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await signers(modelId)).toHaveLength(1);
  });

  it("is on what the signer saw, and on nothing that cannot be published", async () => {
    const { modelId, revision } = await draftSaying(withMix(50), null);
    await draftSaying(withMix(40), modelId);
    const user = person("gerda");
    const late = await signDraft({ modelId, revision, side: "sales", user, at }, store.db);
    expect(late).toMatchObject(refusedFor("draft_changed"));
    await draftSaying({ ...withMix(40), mix: { fit: 1, engagement: 1 } }, modelId);
    expect(await sign(modelId, "sales", "gerda")).toMatchObject(refusedFor("definition_invalid"));
  });

  it("is refused to who saw a draft that was dropped, however often the one after it was saved", async () => {
    const seen = await draftSaying(withMix(50), null);
    const { modelId } = seen;
    await discardDraft({ ...seen, userId: person("mara").userId, at }, store.db);
    const revisions = [seen.revision];
    for (const fit of [60, 70, 80]) revisions.push((await draftSaying(withMix(fit), modelId)).revision);
    expect(revisions).toEqual([...new Set(revisions)].sort((a, b) => a - b));
    const user = person("gerda");
    const stale = await signDraft({ ...seen, side: "sales", user, at }, store.db);
    expect(stale).toMatchObject(refusedFor("draft_changed"));
  });

  it("is taken back by who did it only", async () => {
    const { modelId } = await draftSaying(withMix(50), null);
    await sign(modelId, "marketing", "mara");
    const withdraw = (name: string) =>
      withdrawSignature({ modelId, side: "marketing", userId: person(name).userId, at }, store.db);
    expect(await withdraw("milo")).toMatchObject({ ok: false });
    expect(await withdraw("mara")).toMatchObject({ ok: true });
    expect(await signers(modelId)).toEqual([]);
  });

  it("counts no more once its owner is disabled, and somebody else signs instead", async () => {
    await switchOn();
    const guest = {
      userId: await addTestUser(store.db, { role: "marketer", name: "mies" }),
      role: "marketer" as const,
    };
    people.mies = guest;
    const { modelId } = await draftSaying(withMix(50), null);
    const actorId = person("mara").userId;
    await askSignOff({ modelId, isAsked: true, userId: actorId, at }, store.db);
    await sign(modelId, "marketing", "mies");
    await sign(modelId, "sales", "gerda");
    expect(await isSignatureAsked(person("milo"), store.db)).toBe(false);
    await disableUser({ userId: guest.userId, actorId, at }, store.db);
    expect(await signers(modelId)).toEqual(["sales: gerda"]);
    expect(await publish(modelId)).toMatchObject(refusedFor("not_signed_off"));
    expect(await isSignatureAsked(person("milo"), store.db)).toBe(true);
    expect(await sign(modelId, "marketing", "milo")).toMatchObject({ ok: true });
    expect(await publish(modelId)).toMatchObject({ ok: true });
  });

  it("counts no more once its owner's role signs for the other side, for which they may sign then", async () => {
    await switchOn();
    const guest = { userId: await addTestUser(store.db, { role: "admin", name: "mees" }), role: "admin" as Role };
    people.mees = guest;
    const { modelId } = await draftSaying(withMix(50), null);
    await sign(modelId, "sales", "mees");
    await sign(modelId, "marketing", "mara");
    await changeUserRole({ userId: guest.userId, role: "marketer", actorId: person("ada").userId, at }, store.db);
    guest.role = "marketer";
    expect(await signers(modelId)).toEqual(["marketing: mara"]);
    expect(await publish(modelId)).toMatchObject(refusedFor("not_signed_off"));
    const { userId } = person("mara");
    await withdrawSignature({ modelId, side: "marketing", userId, at }, store.db);
    expect(await sign(modelId, "marketing", "mees")).toMatchObject({ ok: true });
    expect(await signers(modelId)).toEqual(["marketing: mees"]);
  });

  it("is kept with a version only while it counts", async () => {
    const guest = { userId: await addTestUser(store.db, { role: "manager", name: "mick" }), role: "manager" as const };
    people.mick = guest;
    const { modelId } = await draftSaying(withMix(50), null);
    await sign(modelId, "sales", "mick");
    await sign(modelId, "marketing", "mara");
    await disableUser({ userId: guest.userId, actorId: person("ada").userId, at }, store.db);
    const published = await publish(modelId);
    const signed = await readVersionSignatures({ modelId }, store.db);
    expect(signed.get(published.ok ? published.value.versionId : 0)).toMatchObject([{ name: "mara" }]);
  });

  it("is asked for, which stays through edits until it is taken back", async () => {
    const { modelId } = await draftSaying(withMix(50), null);
    const ask = (isAsked: boolean) => askSignOff({ modelId, isAsked, userId: person("mara").userId, at }, store.db);
    await ask(true);
    await draftSaying(withMix(40), modelId);
    expect(await readSignOff({ modelId }, store.db)).toMatchObject({ asked: { at, by: "mara" } });
    const waitsFor = async (...names: string[]) =>
      Promise.all(names.map((name) => isSignatureAsked(person(name), store.db)));
    expect(await waitsFor("mara", "gerda", "ada", "rik")).toEqual([false, false, false, false]);
    await switchOn();
    expect(await waitsFor("mara", "gerda", "ada", "rik")).toEqual([true, true, true, false]);
    await sign(modelId, "sales", "ada");
    expect(await waitsFor("mara", "gerda", "ada")).toEqual([true, false, false]);
    await draftSaying(withMix(45), modelId);
    expect(await waitsFor("mara", "gerda", "ada")).toEqual([true, true, true]);
    await ask(false);
    expect(await waitsFor("mara", "gerda", "ada")).toEqual([false, false, false]);
    expect(await readSignOff({ modelId }, store.db)).toMatchObject({ asked: null });
  });

  it("goes with the draft that is dropped", async () => {
    const { modelId, revision } = await draftSaying(withMix(50), null);
    await sign(modelId, "marketing", "mara");
    await discardDraft({ modelId, revision, userId: person("mara").userId, at }, store.db);
    await draftSaying(withMix(50), modelId);
    expect(await signers(modelId)).toEqual([]);
  });
});

it("a draft that contradicts itself is kept, and is not published; the refusal names the field", async () => {
  const { modelId } = await draftSaying({ ...withMix(40), mix: { fit: 1, engagement: 1 } }, null);
  const refused = await publish(modelId);
  expect(refused).toMatchObject({
    ok: false,
    refusal: { reason: "definition_invalid", fields: { mix: "mix_not_whole" } },
  });
  expect(await findDraft({ modelId }, store.db)).not.toBeNull();
});

describe("publishing a draft that a newer version has overtaken", () => {
  it("is refused until the publisher says which version is replaced", async () => {
    const { userId } = person("milo");
    const first = await publishVersion({ modelId: null, definition: withMix(50), note: "", userId, at }, store.db);
    const { modelId, versionId } = first.ok ? first.value : { modelId: 0, versionId: 0 };
    await draftSaying(withMix(40), modelId, versionId);
    const since = await publishVersion({ modelId, definition: withMix(30), note: "", userId: null, at }, store.db);
    const second = since.ok ? since.value.versionId : 0;
    expect(await publish(modelId)).toMatchObject({
      ok: false,
      refusal: { code: "conflict", reason: "draft_outdated", params: { number: 2 } },
    });
    expect(await publish(modelId, versionId)).toMatchObject(refusedFor("draft_outdated"));
    await publishVersion({ modelId, definition: withMix(20), note: "", userId, at }, store.db);
    expect(await publish(modelId, second)).toMatchObject(refusedFor("draft_outdated"));
    await returnToVersion({ versionId: second, note: "", userId, at }, store.db);
    const newest = (await publish(modelId)).ok;
    expect(newest).toBe(false);
    expect(await findDraft({ modelId }, store.db)).toMatchObject({ definition: { mix: { fit: 40 } } });
  });

  it("goes through once that is said, and at once for a draft of the newest version", async () => {
    const { userId } = person("milo");
    const first = await publishVersion({ modelId: null, definition: withMix(50), note: "", userId, at }, store.db);
    const { modelId, versionId } = first.ok ? first.value : { modelId: 0, versionId: 0 };
    await draftSaying(withMix(40), modelId, null);
    expect(await publish(modelId)).toMatchObject(refusedFor("draft_outdated"));
    const second = await publish(modelId, versionId);
    expect(second).toMatchObject({ ok: true, value: { number: 2 } });
    await draftSaying(withMix(30), modelId, second.ok ? second.value.versionId : 0);
    expect(await publish(modelId)).toMatchObject({ ok: true, value: { number: 3 } });
  });
});

describe("what is said of a draft", () => {
  const say = (modelId: number, topic: string, name = "rik") =>
    addComment({ modelId, topic, body: `Of ${topic}`, authorId: person(name).userId, at }, store.db);

  it("is about a criterion that it has, or a part of the model", async () => {
    const { modelId } = await draftSaying(withMix(50), null);
    expect(await say(modelId, "criterion.demo")).toMatchObject({ ok: true });
    expect(await say(modelId, "thresholds")).toMatchObject({ ok: true });
    expect(await say(modelId, "criterion.nothing")).toMatchObject(refusedFor("comment_topic_gone"));
    expect(await say(modelId, "anything")).toMatchObject(refusedFor("comment_topic_gone"));
    expect(await listDraftComments({ modelId }, store.db)).toMatchObject([
      { topic: "criterion.demo", author: "rik", body: "Of criterion.demo", resolvedAt: null },
      { topic: "thresholds" },
    ]);
  });

  it("is deleted by who said it only, and closed by whoever has the answer", async () => {
    const { modelId } = await draftSaying(withMix(50), null);
    const said = await say(modelId, "mix");
    const commentId = said.ok ? said.value.commentId : 0;
    const remove = (name: string) => deleteComment({ commentId, authorId: person(name).userId, at }, store.db);
    const resolve = (isResolved: boolean) =>
      resolveComment({ commentId, isResolved, userId: person("mara").userId, at }, store.db);
    expect(await resolve(true)).toMatchObject({ ok: true });
    expect(await listDraftComments({ modelId }, store.db)).toMatchObject([{ resolvedBy: "mara" }]);
    await resolve(false);
    expect(await listDraftComments({ modelId }, store.db)).toMatchObject([{ resolvedAt: null, resolvedBy: null }]);
    expect(await remove("mara")).toMatchObject(refusedFor("comment_gone"));
    expect(await remove("rik")).toMatchObject({ ok: true });
    expect(await listDraftComments({ modelId }, store.db)).toEqual([]);
  });

  it("goes with the draft that is dropped, as the signatures do, which is written down with how many went", async () => {
    const { modelId, revision } = await draftSaying(withMix(50), null);
    await say(modelId, "mix");
    await say(modelId, "thresholds", "gerda");
    await sign(modelId, "marketing", "mara");
    const { userId } = person("milo");
    const stale = await discardDraft({ modelId, revision: revision + 1, userId, at }, store.db);
    expect(stale).toMatchObject(refusedFor("draft_changed"));
    expect(await listDraftComments({ modelId }, store.db)).toHaveLength(2);
    await discardDraft({ modelId, revision, userId, at }, store.db);
    const entries = await store.db.select().from(auditLog);
    expect(entries.filter(({ action }) => action === "model.draft_discarded")).toMatchObject([
      { actorId: userId, subject: `model:${modelId}`, details: { comments: 2, signatures: 1 } },
    ]);
  });

  it("is written down when it is said, closed and opened again", async () => {
    const { modelId } = await draftSaying(withMix(50), null);
    const said = await say(modelId, "mix");
    const commentId = said.ok ? said.value.commentId : 0;
    const { userId } = person("mara");
    for (const isResolved of [true, false]) await resolveComment({ commentId, isResolved, userId, at }, store.db);
    const entries = await store.db.select().from(auditLog).orderBy(auditLog.id);
    expect(entries).toMatchObject([
      { action: "model.commented", actorId: person("rik").userId, details: { commentId, topic: "mix" } },
      { action: "model.comment_resolved", actorId: userId, details: { commentId, topic: "mix" } },
      { action: "model.comment_reopened", actorId: userId, details: { commentId, topic: "mix" } },
    ]);
  });

  it("goes into the history with the version, where it stays as it was", async () => {
    const { modelId } = await draftSaying(withMix(50), null);
    const said = await say(modelId, "criterion.demo");
    const commentId = said.ok ? said.value.commentId : 0;
    const published = await publish(modelId);
    expect(await listDraftComments({ modelId }, store.db)).toEqual([]);
    const byVersion = await listVersionComments({ modelId }, store.db);
    expect(byVersion.get(published.ok ? published.value.versionId : 0)).toMatchObject([{ author: "rik" }]);
    const { userId } = person("rik");
    expect(await deleteComment({ commentId, authorId: userId, at }, store.db)).toMatchObject({ ok: false });
    expect(await resolveComment({ commentId, isResolved: true, userId, at }, store.db)).toMatchObject({ ok: false });
    expect(await say(modelId, "mix")).toMatchObject(refusedFor("draft_gone"));
  });
});
