import { describe, expect, it } from "vitest";
import { isSignatureAsked, readSignOff, readVersionSignatures } from "#db/queries/sign-off.ts";
import { TEST_TIME } from "#db/test/add-test-user.ts";
import { draftDesk, refusedFor, withMix } from "#db/test/draft-desk.ts";
import { askSignOff } from "./ask-sign-off.ts";
import { changeUserRole } from "./change-user-role.ts";
import { disableUser } from "./disable-user.ts";
import { discardDraft } from "./discard-draft.ts";
import { signDraft } from "./sign-draft.ts";
import { withdrawSignature } from "./withdraw-signature.ts";

const at = TEST_TIME;
const { database, person, join, draftSaying, sign, publish, switchOn, signers } = draftDesk();

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
    const late = await signDraft({ modelId, revision, side: "sales", user, at }, database());
    expect(late).toMatchObject(refusedFor("draft_changed"));
    await draftSaying({ ...withMix(40), mix: { fit: 1, engagement: 1 } }, modelId);
    expect(await sign(modelId, "sales", "gerda")).toMatchObject(refusedFor("definition_invalid"));
  });

  it("is refused to who saw a draft that was dropped, however often the one after it was saved", async () => {
    const seen = await draftSaying(withMix(50), null);
    const { modelId } = seen;
    await discardDraft({ ...seen, userId: person("mara").userId, at }, database());
    const revisions = [seen.revision];
    for (const fit of [60, 70, 80]) revisions.push((await draftSaying(withMix(fit), modelId)).revision);
    expect(revisions).toEqual([...new Set(revisions)].sort((a, b) => a - b));
    const user = person("gerda");
    const stale = await signDraft({ ...seen, side: "sales", user, at }, database());
    expect(stale).toMatchObject(refusedFor("draft_changed"));
  });

  it("is taken back by who did it only", async () => {
    const { modelId } = await draftSaying(withMix(50), null);
    await sign(modelId, "marketing", "mara");
    const withdraw = (name: string) =>
      withdrawSignature({ modelId, side: "marketing", userId: person(name).userId, at }, database());
    expect(await withdraw("milo")).toMatchObject({ ok: false });
    expect(await withdraw("mara")).toMatchObject({ ok: true });
    expect(await signers(modelId)).toEqual([]);
  });

  it("counts no more once its owner is disabled, and somebody else signs instead", async () => {
    await switchOn();
    const guest = await join("mies", "marketer");
    const { modelId } = await draftSaying(withMix(50), null);
    const actorId = person("mara").userId;
    await askSignOff({ modelId, isAsked: true, userId: actorId, at }, database());
    await sign(modelId, "marketing", "mies");
    await sign(modelId, "sales", "gerda");
    expect(await isSignatureAsked(person("milo"), database())).toBe(false);
    await disableUser({ userId: guest.userId, actorId, at }, database());
    expect(await signers(modelId)).toEqual(["sales: gerda"]);
    expect(await publish(modelId)).toMatchObject(refusedFor("not_signed_off"));
    expect(await isSignatureAsked(person("milo"), database())).toBe(true);
    expect(await sign(modelId, "marketing", "milo")).toMatchObject({ ok: true });
    expect(await publish(modelId)).toMatchObject({ ok: true });
  });

  it("counts no more once its owner's role signs for the other side, for which they may sign then", async () => {
    await switchOn();
    const guest = await join("mees", "admin");
    const { modelId } = await draftSaying(withMix(50), null);
    await sign(modelId, "sales", "mees");
    await sign(modelId, "marketing", "mara");
    await changeUserRole({ userId: guest.userId, role: "marketer", actorId: person("ada").userId, at }, database());
    guest.role = "marketer";
    expect(await signers(modelId)).toEqual(["marketing: mara"]);
    expect(await publish(modelId)).toMatchObject(refusedFor("not_signed_off"));
    const { userId } = person("mara");
    await withdrawSignature({ modelId, side: "marketing", userId, at }, database());
    expect(await sign(modelId, "marketing", "mees")).toMatchObject({ ok: true });
    expect(await signers(modelId)).toEqual(["marketing: mees"]);
  });

  it("is kept with a version only while it counts", async () => {
    const guest = await join("mick", "manager");
    const { modelId } = await draftSaying(withMix(50), null);
    await sign(modelId, "sales", "mick");
    await sign(modelId, "marketing", "mara");
    await disableUser({ userId: guest.userId, actorId: person("ada").userId, at }, database());
    const published = await publish(modelId);
    const signed = await readVersionSignatures({ modelId }, database());
    expect(signed.get(published.ok ? published.value.versionId : 0)).toMatchObject([{ name: "mara" }]);
  });

  it("is asked for, which stays through edits until it is taken back", async () => {
    const { modelId } = await draftSaying(withMix(50), null);
    const ask = (isAsked: boolean) => askSignOff({ modelId, isAsked, userId: person("mara").userId, at }, database());
    await ask(true);
    await draftSaying(withMix(40), modelId);
    expect(await readSignOff({ modelId }, database())).toMatchObject({ asked: { at, by: "mara" } });
    const waitsFor = async (...names: string[]) =>
      Promise.all(names.map((name) => isSignatureAsked(person(name), database())));
    expect(await waitsFor("mara", "gerda", "ada", "rik")).toEqual([false, false, false, false]);
    await switchOn();
    expect(await waitsFor("mara", "gerda", "ada", "rik")).toEqual([true, true, true, false]);
    await sign(modelId, "sales", "ada");
    expect(await waitsFor("mara", "gerda", "ada")).toEqual([true, false, false]);
    await draftSaying(withMix(45), modelId);
    expect(await waitsFor("mara", "gerda", "ada")).toEqual([true, true, true]);
    await ask(false);
    expect(await waitsFor("mara", "gerda", "ada")).toEqual([false, false, false]);
    expect(await readSignOff({ modelId }, database())).toMatchObject({ asked: null });
  });

  it("goes with the draft that is dropped", async () => {
    const { modelId, revision } = await draftSaying(withMix(50), null);
    await sign(modelId, "marketing", "mara");
    await discardDraft({ modelId, revision, userId: person("mara").userId, at }, database());
    await draftSaying(withMix(50), modelId);
    expect(await signers(modelId)).toEqual([]);
  });
});
