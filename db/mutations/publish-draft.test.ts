import { beforeEach, describe, expect, it } from "vitest";
import { findDraft } from "#db/queries/models.ts";
import { readVersionSignatures } from "#db/queries/sign-off.ts";
import { auditLog } from "#db/schema/index.ts";
import { TEST_TIME } from "#db/test/add-test-user.ts";
import { draftDesk, refusedFor, withMix } from "#db/test/draft-desk.ts";
import { publishVersion } from "./publish-version.ts";
import { requireSignOff } from "./require-sign-off.ts";
import { returnToVersion } from "./return-to-version.ts";

const at = TEST_TIME;
const { database, person, draftSaying, sign, publish, switchOn } = draftDesk();

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
    const signed = await readVersionSignatures({ modelId }, database());
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
    const published = await publishVersion(
      { modelId, definition: withMix(30), note: "", userId: null, at },
      database(),
    );
    expect(published).toMatchObject({ ok: true, value: { number: 1 } });
    expect(await findDraft({ modelId }, database())).not.toBeNull();
    const actions = await database().select({ action: auditLog.action }).from(auditLog);
    expect(actions.map(({ action }) => action)).toContain("model.sign_off_passed_over");
  });

  it("is no way round it for a person, but for the way back to an earlier version", async () => {
    const { userId } = person("ada");
    const first = await publishVersion(
      { modelId: null, definition: withMix(30), note: "", userId: null, at },
      database(),
    );
    const { modelId, versionId } = first.ok ? first.value : { modelId: 0, versionId: 0 };
    const around = await publishVersion({ modelId, definition: withMix(20), note: "", userId, at }, database());
    expect(around).toMatchObject(refusedFor("not_signed_off"));
    await publishVersion({ modelId, definition: withMix(20), note: "", userId: null, at }, database());
    expect(await returnToVersion({ versionId, note: "", userId, at }, database())).toMatchObject({
      ok: true,
      value: { number: 3 },
    });
  });

  it("asks for nothing once it is switched off, which is written down with who did it", async () => {
    const { modelId } = await draftSaying(withMix(50), null);
    await requireSignOff({ isRequired: false, actorId: person("gerda").userId, at }, database());
    expect(await publish(modelId)).toMatchObject({ ok: true });
    const entries = await database().select().from(auditLog);
    expect(entries.filter(({ action }) => action === "organisation.sign_off_set")).toMatchObject([
      { actorId: person("gerda").userId, details: { isRequired: true } },
      { actorId: person("gerda").userId, details: { isRequired: false } },
    ]);
  });
});

it("a draft that contradicts itself is kept, and is not published; the refusal names the field", async () => {
  const { modelId } = await draftSaying({ ...withMix(40), mix: { fit: 1, engagement: 1 } }, null);
  const refused = await publish(modelId);
  expect(refused).toMatchObject({
    ok: false,
    refusal: { reason: "definition_invalid", fields: { mix: "mix_not_whole" } },
  });
  expect(await findDraft({ modelId }, database())).not.toBeNull();
});

describe("publishing a draft that a newer version has overtaken", () => {
  it("is refused until the publisher says which version is replaced", async () => {
    const { userId } = person("milo");
    const first = await publishVersion({ modelId: null, definition: withMix(50), note: "", userId, at }, database());
    const { modelId, versionId } = first.ok ? first.value : { modelId: 0, versionId: 0 };
    await draftSaying(withMix(40), modelId, versionId);
    const since = await publishVersion({ modelId, definition: withMix(30), note: "", userId: null, at }, database());
    const second = since.ok ? since.value.versionId : 0;
    expect(await publish(modelId)).toMatchObject({
      ok: false,
      refusal: { code: "conflict", reason: "draft_outdated", params: { number: 2 } },
    });
    expect(await publish(modelId, versionId)).toMatchObject(refusedFor("draft_outdated"));
    await publishVersion({ modelId, definition: withMix(20), note: "", userId, at }, database());
    expect(await publish(modelId, second)).toMatchObject(refusedFor("draft_outdated"));
    await returnToVersion({ versionId: second, note: "", userId, at }, database());
    const newest = (await publish(modelId)).ok;
    expect(newest).toBe(false);
    expect(await findDraft({ modelId }, database())).toMatchObject({ definition: { mix: { fit: 40 } } });
  });

  it("goes through once that is said, and at once for a draft of the newest version", async () => {
    const { userId } = person("milo");
    const first = await publishVersion({ modelId: null, definition: withMix(50), note: "", userId, at }, database());
    const { modelId, versionId } = first.ok ? first.value : { modelId: 0, versionId: 0 };
    await draftSaying(withMix(40), modelId, null);
    expect(await publish(modelId)).toMatchObject(refusedFor("draft_outdated"));
    const second = await publish(modelId, versionId);
    expect(second).toMatchObject({ ok: true, value: { number: 2 } });
    await draftSaying(withMix(30), modelId, second.ok ? second.value.versionId : 0);
    expect(await publish(modelId)).toMatchObject({ ok: true, value: { number: 3 } });
  });
});
