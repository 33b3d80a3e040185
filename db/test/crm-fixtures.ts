import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect } from "vitest";
import { askExchange } from "#db/mutations/ask-exchange.ts";
import { buildGeneration } from "#db/mutations/build-generation.ts";
import { connectCrm } from "#db/mutations/connect-crm.ts";
import { type CrmWords, exchangeWithCrm } from "#db/mutations/exchange-with-crm.ts";
import { setLeadFields } from "#db/mutations/set-lead-fields.ts";
import { crmRuns, leadIdentities, leads } from "#db/schema/index.ts";
import type { CrmDoor } from "#lib/crm/door.ts";
import { openHubspot } from "#lib/crm/hubspot.ts";
import { sealToken } from "#lib/crm/sealed-token.ts";
import { type CrmSettings, crmSettingsSchema } from "#lib/crm/settings.ts";
import { type HubspotServer, openHubspotServer, TEST_TOKEN } from "#lib/crm/test/hubspot-server.ts";
import { pointsText } from "#lib/leads/score-row.ts";
import { addTestUser, TEST_TIME } from "./add-test-user.ts";
import { type TestDatabase, testDatabases } from "./database.ts";
import { addTestOrganisation, addTestVersion, TEST_DAY, testDefinition } from "./scoring-fixtures.ts";

process.env.SECRETS_KEY ??= "the key of these tests, which seals nothing else";

const openDatabase = testDatabases();
const TARGETS = { fit: "Fit", engagement: "Engagement", combined: "Score", cell: "Cell", reasons: "Reasons" };
export const TEST_WORDS: CrmWords = {
  targets: TARGETS,
  reasons: { locale: "en", axes: { fit: "Fit", engagement: "Engagement" }, rest: "the rest", points: pointsText },
};

/** Fields to pull, of which `job_title` counts in the score of `testDefinition`. */
export const TEST_PAIRS = [
  { crm: "email", to: "email" },
  { crm: "firstname", to: "first_name" },
  { crm: "jobtitle", to: "job_title" },
  { crm: "company", to: "account.name" },
];

type Exchange = { readonly signal?: AbortSignal; readonly door?: CrmDoor; readonly isAsked?: boolean };

/** A database and a HubSpot of its own for each test, whose clocks go together. */
export function prepareExchanges() {
  let target: TestDatabase;
  let hubspot: HubspotServer;
  let at = TEST_TIME.getTime();
  beforeEach(async () => {
    at = TEST_TIME.getTime();
    target = await openDatabase();
    await addTestOrganisation(target.db);
    hubspot = await openHubspotServer({ now: () => at });
  });
  afterEach(async () => {
    await hubspot.close();
    expect(hubspot.broken, "against the published contract").toEqual([]);
  });

  async function connect(settings: Partial<CrmSettings> = {}, { token = TEST_TOKEN, accountId = "1234567" } = {}) {
    const actorId = await addTestUser(target.db, { role: "admin" });
    await connectCrm(
      {
        system: "hubspot",
        account: { id: accountId, name: `${accountId} (app)` },
        sealedToken: await sealToken(token),
        settings: crmSettingsSchema.parse({ fields: [{ crm: "email", to: "email" }], ...settings }),
        fields: [],
        owners: [],
        actorId,
        at: new Date(at),
      },
      target.db,
    );
    return actorId;
  }

  /** One that somebody asked for, with the HubSpot of the test, unless another CRM's door is given. */
  async function exchange({ signal, door, isAsked = true }: Exchange = {}) {
    if (isAsked) await askExchange({ at: new Date(at) }, target.db);
    return exchangeWithCrm(
      {
        // Time goes on while it works: what is stored at one instant was stored at once.
        now: () => new Date(++at),
        signal,
        open: async (_, opening) =>
          door ?? openHubspot({ ...opening, address: hubspot.address }, { sleep: async () => {} }),
        wordsOf: async () => TEST_WORDS,
      },
      target,
    );
  }

  async function leadOf(crmId: string) {
    const [lead] = await target.db
      .select({ lead: leads })
      .from(leads)
      .innerJoin(leadIdentities, eq(leadIdentities.leadId, leads.id))
      .where(eq(leadIdentities.value, crmId));
    return lead?.lead ?? null;
  }

  async function setTitle(leadId: number, title: string, userId: number) {
    const viewer = { userId, role: "admin" } as const;
    const done = await setLeadFields({ leadId, viewer, values: { job_title: title }, at: new Date(at) }, target.db);
    expect(done.ok).toBe(true);
  }

  async function publish(qualifies: readonly string[] = ["A1"]) {
    await addTestVersion(target.db, testDefinition({ qualifies: { cells: qualifies } }));
    await buildGeneration({ cause: "publish", day: TEST_DAY, now: () => TEST_TIME }, target);
  }

  return {
    store: () => target,
    hubspot: () => hubspot,
    now: () => new Date(at),
    pass: (ms: number) => {
      at += ms;
    },
    connect,
    exchange,
    leadOf,
    setTitle,
    publish,
    runs: () => target.db.select().from(crmRuns).orderBy(crmRuns.id),
  };
}
