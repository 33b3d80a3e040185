import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { leadIdentities, leadMerges } from "#db/schema/index.ts";
import { TEST_TIME } from "#db/test/add-test-user.ts";
import { type TestDatabase, testDatabases } from "#db/test/database.ts";
import { addTestLead, addTestOrganisation } from "#db/test/scoring-fixtures.ts";
import { uniteLeads } from "./unite-leads.ts";

const openDatabase = testDatabases();
const EMAIL = { kind: "email", value: "jan@example.com" };
const ID = { kind: "external:site", value: "51" };

async function known({ db }: TestDatabase, identity: typeof EMAIL): Promise<number> {
  const leadId = await addTestLead(db);
  await db.insert(leadIdentities).values({ ...identity, leadId });
  return leadId;
}

it("who has one lead's id and another's address is one person, who goes on as the older lead", async () => {
  const store = await openDatabase();
  const { db } = store;
  await addTestOrganisation(db);
  expect(await uniteLeads({ identities: [EMAIL, ID], at: TEST_TIME }, db)).toBeNull();
  const older = await known(store, ID);
  const younger = await known(store, EMAIL);
  const united = { leadId: older, mergedIds: [younger] };
  expect(await uniteLeads({ identities: [EMAIL, ID], at: TEST_TIME }, db)).toEqual(united);
  expect(await db.select().from(leadMerges).where(eq(leadMerges.leadId, older))).toMatchObject([
    { mergedId: younger, cause: "email", actorId: null },
  ]);
  expect(await uniteLeads({ identities: [EMAIL, ID], at: TEST_TIME }, db)).toEqual({ leadId: older, mergedIds: [] });
});

it("who is said to be known by two names is one person", async () => {
  const store = await openDatabase();
  await addTestOrganisation(store.db);
  const [one, other] = [await known(store, ID), await known(store, { ...ID, value: "52" })];
  const identities = [ID, { ...ID, value: "52" }];
  expect(await uniteLeads({ identities, isAlias: true, at: TEST_TIME }, store.db)).toEqual({
    leadId: one,
    mergedIds: [other],
  });
  expect(await store.db.select({ cause: leadMerges.cause }).from(leadMerges)).toEqual([{ cause: "alias" }]);
});
