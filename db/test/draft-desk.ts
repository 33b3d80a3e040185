import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { nameEventTypes } from "#db/mutations/name-event-parts.ts";
import { publishDraft } from "#db/mutations/publish-draft.ts";
import { requireSignOff } from "#db/mutations/require-sign-off.ts";
import { saveDraft } from "#db/mutations/save-draft.ts";
import { signDraft } from "#db/mutations/sign-draft.ts";
import { findDraft } from "#db/queries/models.ts";
import { readSignOff } from "#db/queries/sign-off.ts";
import type { Role } from "#lib/access/roles.ts";
import type { Side } from "#lib/model/sign-off.ts";
import { addTestUser, TEST_TIME } from "./add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "./database.ts";
import { addTestOrganisation, testDefinition } from "./scoring-fixtures.ts";

const at = TEST_TIME;
export const withMix = (fit: number) => testDefinition({ mix: { fit, engagement: 100 - fit } });
export const refusedFor = (reason: string) => ({ ok: false, refusal: { reason } });

/** People around a draft: mara and milo of marketing, gerda of sales, ada and rik; an organisation without a model for each test. */
export function draftDesk() {
  let store: TestDatabase;
  const people: Record<string, { userId: number; role: Role }> = {};
  beforeAll(async () => {
    store = await createTestDatabase();
    await addTestOrganisation(store.db);
    await nameEventTypes({ keys: ["demo_requested", "page_viewed", "video_played"], at }, store.db);
    const roles = { mara: "marketer", milo: "marketer", gerda: "manager", ada: "admin", rik: "rep" } as const;
    for (const [name, role] of Object.entries(roles)) await join(name, role);
  });
  afterAll(() => store.drop());
  beforeEach(async () => {
    await store.db.execute(sql`truncate models, generations, organisation, audit_log, pgboss.job cascade`);
    await addTestOrganisation(store.db);
  });

  /** Somebody who comes later. */
  async function join(name: string, role: Role) {
    const person = { userId: await addTestUser(store.db, { role, name }), role };
    people[name] = person;
    return person;
  }
  const person = (name: string) => people[name] ?? { userId: 0, role: "rep" as const };
  return {
    /** The database of the tests, once they run. */
    database: () => store.db,
    person,
    join,
    /** Saves the draft over whatever there is, begun with the version given. */
    async draftSaying(definition: unknown, modelId: number | null, baseVersionId: number | null = null) {
      const draft = modelId === null ? null : await findDraft({ modelId }, store.db);
      const { userId } = person("mara");
      const saved = await saveDraft(
        { modelId, definition, revision: draft?.revision ?? null, baseVersionId, userId, at },
        store.db,
      );
      if (!saved.ok) throw new Error("The draft was not saved.");
      return saved.value;
    },
    async sign(modelId: number, side: Side, name: string) {
      const draft = await findDraft({ modelId }, store.db);
      return signDraft({ modelId, revision: draft?.revision ?? 0, side, user: person(name), at }, store.db);
    },
    async publish(modelId: number, replacesVersionId: number | null = null) {
      const draft = await findDraft({ modelId }, store.db);
      const { userId } = person("mara");
      const asked = { modelId, revision: draft?.revision ?? 0, replacesVersionId, note: "", userId, at };
      return publishDraft(asked, store.db);
    },
    switchOn: () => requireSignOff({ isRequired: true, actorId: person("gerda").userId, at }, store.db),
    signers: async (modelId: number) =>
      (await readSignOff({ modelId }, store.db)).signatures.map(({ side, name }) => `${side}: ${name}`),
  };
}
