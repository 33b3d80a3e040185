import { describe, expect, it } from "vitest";
import { listDraftComments, listVersionComments } from "#db/queries/model-comments.ts";
import { auditLog } from "#db/schema/index.ts";
import { TEST_TIME } from "#db/test/add-test-user.ts";
import { draftDesk, refusedFor, withMix } from "#db/test/draft-desk.ts";
import { addComment } from "./add-comment.ts";
import { deleteComment } from "./delete-comment.ts";
import { discardDraft } from "./discard-draft.ts";
import { resolveComment } from "./resolve-comment.ts";

const at = TEST_TIME;
const { database, person, draftSaying, sign, publish } = draftDesk();

describe("what is said of a draft", () => {
  const say = (modelId: number, topic: string, name = "rik") =>
    addComment({ modelId, topic, body: `Of ${topic}`, authorId: person(name).userId, at }, database());

  it("is about a criterion that it has, or a part of the model", async () => {
    const { modelId } = await draftSaying(withMix(50), null);
    expect(await say(modelId, "criterion.demo")).toMatchObject({ ok: true });
    expect(await say(modelId, "thresholds")).toMatchObject({ ok: true });
    expect(await say(modelId, "criterion.nothing")).toMatchObject(refusedFor("comment_topic_gone"));
    expect(await say(modelId, "anything")).toMatchObject(refusedFor("comment_topic_gone"));
    expect(await listDraftComments({ modelId }, database())).toMatchObject([
      { topic: "criterion.demo", author: "rik", body: "Of criterion.demo", resolvedAt: null },
      { topic: "thresholds" },
    ]);
  });

  it("is deleted by who said it only, and closed by whoever has the answer", async () => {
    const { modelId } = await draftSaying(withMix(50), null);
    const said = await say(modelId, "mix");
    const commentId = said.ok ? said.value.commentId : 0;
    const remove = (name: string) => deleteComment({ commentId, authorId: person(name).userId, at }, database());
    const resolve = (isResolved: boolean) =>
      resolveComment({ commentId, isResolved, userId: person("mara").userId, at }, database());
    expect(await resolve(true)).toMatchObject({ ok: true });
    expect(await listDraftComments({ modelId }, database())).toMatchObject([{ resolvedBy: "mara" }]);
    await resolve(false);
    expect(await listDraftComments({ modelId }, database())).toMatchObject([{ resolvedAt: null, resolvedBy: null }]);
    expect(await remove("mara")).toMatchObject(refusedFor("comment_gone"));
    expect(await remove("rik")).toMatchObject({ ok: true });
    expect(await listDraftComments({ modelId }, database())).toEqual([]);
  });

  it("goes with the draft that is dropped, as the signatures do, which is written down with how many went", async () => {
    const { modelId, revision } = await draftSaying(withMix(50), null);
    await say(modelId, "mix");
    await say(modelId, "thresholds", "gerda");
    await sign(modelId, "marketing", "mara");
    const { userId } = person("milo");
    const stale = await discardDraft({ modelId, revision: revision + 1, userId, at }, database());
    expect(stale).toMatchObject(refusedFor("draft_changed"));
    expect(await listDraftComments({ modelId }, database())).toHaveLength(2);
    await discardDraft({ modelId, revision, userId, at }, database());
    const entries = await database().select().from(auditLog);
    expect(entries.filter(({ action }) => action === "model.draft_discarded")).toMatchObject([
      { actorId: userId, subject: `model:${modelId}`, details: { comments: 2, signatures: 1 } },
    ]);
  });

  it("is written down when it is said, closed and opened again", async () => {
    const { modelId } = await draftSaying(withMix(50), null);
    const said = await say(modelId, "mix");
    const commentId = said.ok ? said.value.commentId : 0;
    const { userId } = person("mara");
    for (const isResolved of [true, false]) await resolveComment({ commentId, isResolved, userId, at }, database());
    const entries = await database().select().from(auditLog).orderBy(auditLog.id);
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
    expect(await listDraftComments({ modelId }, database())).toEqual([]);
    const byVersion = await listVersionComments({ modelId }, database());
    expect(byVersion.get(published.ok ? published.value.versionId : 0)).toMatchObject([{ author: "rik" }]);
    const { userId } = person("rik");
    expect(await deleteComment({ commentId, authorId: userId, at }, database())).toMatchObject({ ok: false });
    expect(await resolveComment({ commentId, isResolved: true, userId, at }, database())).toMatchObject({ ok: false });
    expect(await say(modelId, "mix")).toMatchObject(refusedFor("draft_gone"));
  });
});
