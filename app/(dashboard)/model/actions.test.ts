import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { callAs, cookiesByCaller, nextHeaders, openTestInstallation } from "#app/_server/test/callers.ts";

vi.mock("next/headers", () => nextHeaders);
vi.mock("next/cache", () => ({ revalidatePath: () => {} }));

const database = await openTestInstallation();
const cookies = await cookiesByCaller(database.db);
const { retireModel } = await import("#db/mutations/retire-model.ts");
const { TEST_TIME } = await import("#db/test/add-test-user.ts");
const { addTestOrganisation, addTestVersion, testDefinition } = await import("#db/test/scoring-fixtures.ts");
const { discardDraftAction, saveDraftAction, startDraftAction } = await import("./actions.ts");

const definition = testDefinition();
let modelId: number;
beforeAll(async () => {
  callAs(cookies.get("marketer") ?? null);
  await addTestOrganisation(database.db);
  modelId = (await addTestVersion(database.db, definition)).modelId;
  // A model that is left when the other is retired.
  await addTestVersion(database.db, testDefinition({ name: "Other" }));
});
afterAll(async () => {
  const { client } = await import("#db/client.ts");
  await client.end();
  await database.drop();
});

const save = (revision: number | null) => saveDraftAction({ modelId, definition, revision, baseVersionId: null });
async function start(): Promise<number> {
  const started = await startDraftAction({ modelId });
  if (!started.ok) throw new Error(started.refusal.message);
  return started.value.revision;
}

test("a save over one that was not seen is answered with who saved it, a save over a draft that is gone with nothing", async () => {
  const revision = await start();
  const saved = await save(revision);
  expect(saved).toMatchObject({ ok: true, value: { status: "saved" } });
  const now = saved.ok && saved.value.status === "saved" ? saved.value.revision : 0;
  expect(await save(revision)).toMatchObject({ ok: true, value: { status: "conflict", theirs: { revision: now } } });
  await discardDraftAction({ modelId, revision: now });
  expect(await save(now)).toMatchObject({ ok: true, value: { status: "conflict", theirs: null } });
});

test("a save in a retired model is refused with that reason, and is nobody else's save", async () => {
  const revision = await start();
  await retireModel({ modelId, userId: null, at: TEST_TIME }, database.db);
  const refused = { ok: false, refusal: { code: "conflict", message: "This model has been retired." } };
  expect(await save(revision)).toMatchObject(refused);
  expect(await save(null)).toMatchObject(refused);
});
