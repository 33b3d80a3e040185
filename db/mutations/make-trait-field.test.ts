import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listOtherTraits } from "#db/queries/other-traits.ts";
import { accountFieldValues, accounts, dueLeads, leadFieldValues, leads, leadTraits } from "#db/schema/index.ts";
import { addTestUser, TEST_TIME } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { addTestOrganisation, addTestVersion, daysAgo, TEST_DAY } from "#db/test/scoring-fixtures.ts";
import { sender } from "#db/test/sender.ts";
import { addTestKey } from "#db/test/test-key.ts";
import { buildGeneration } from "./build-generation.ts";
import { fillTraitFields } from "./fill-trait-fields.ts";
import { makeTraitField } from "./make-trait-field.ts";
import { setLeadFields } from "./set-lead-fields.ts";

let store: TestDatabase;
let actorId: number;
let send: ReturnType<typeof sender>;
let browse: ReturnType<typeof sender>;
beforeAll(async () => {
  store = await createTestDatabase();
  await addTestOrganisation(store.db);
  await addTestVersion(store.db);
  await buildGeneration({ cause: "publish", day: TEST_DAY, now: () => TEST_TIME }, store);
  actorId = await addTestUser(store.db, { role: "admin" });
  const { key } = await addTestKey(store.db);
  send = sender(store.db, key, { at: daysAgo(3) });
  browse = sender(store.db, (await addTestKey(store.db, { kind: "browser", name: "shop" })).key);
});
afterAll(() => store.drop());

const emailOf = (userId: string) => `${userId}@firm.example`;
const identify = (userId: string, traits: Readonly<Record<string, unknown>>) => ({
  ...{ type: "identify", userId },
  traits: { email: emailOf(userId), ...traits },
});
async function leadOf(userId: string) {
  const [lead] = await store.db
    .select()
    .from(leads)
    .where(eq(leads.email, emailOf(userId)));
  if (!lead) throw new Error(`${userId} is not known.`);
  return lead;
}
const keptOf = async (userId: string) =>
  Object.fromEntries(
    (
      await store.db
        .select()
        .from(leadTraits)
        .where(eq(leadTraits.leadId, (await leadOf(userId)).id))
    ).map(({ name, value }) => [name, value] as const),
  );

test("traits that no field keeps are kept as they were said last, the others are not kept twice", async () => {
  await send(
    identify("ann", { title: "Director", planTier: "gold", seats: 5, tags: ["a", "b"], nested: { a: 1, none: null } }),
  );
  await send(identify("ann", { seats: 8, none: null, empty: "" }));
  expect(await keptOf("ann")).toEqual({ planTier: "gold", seats: 8, tags: ["a", "b"], "nested.a": 1 });
});

test("a browser adds to what was said of a lead that it made, and changes nothing of it", async () => {
  await browse(identify("bob", { planTier: "gold" }));
  await browse(identify("bob", { planTier: "iron", seats: 1 }));
  await browse(identify("ann", { planTier: "iron", colour: "red" }));
  expect(await keptOf("bob")).toEqual({ planTier: "gold", seats: 1 });
  expect(await keptOf("ann")).toEqual({ planTier: "gold", seats: 8, tags: ["a", "b"], "nested.a": 1 });
});

test("they stand on the page by the number of leads, with what was said last and the kind of field that holds it", async () => {
  await send(identify("cas", { seats: 3, since: "2026-01-05" }));
  expect((await listOtherTraits(store.db)).map(({ name, count, last, type }) => [name, count, last, type])).toEqual([
    ["seats", 3, 1, "number"],
    ["planTier", 2, "gold", "text"],
    ["nested.a", 1, 1, "number"],
    ["since", 1, "2026-01-05", "date"],
    ["tags", 1, ["a", "b"], "list"],
  ]);
});

test("a field that is made of one has what was said before, since when it was said, but not where somebody knew better", async () => {
  await send(identify("dan", { seats: "many" }));
  expect(await makeTraitField({ of: "lead", name: "seats", type: "number", actorId, at: TEST_TIME }, store.db)).toEqual(
    {
      ok: true,
      value: { key: "seats" },
    },
  );
  const cas = await leadOf("cas");
  await setLeadFields(
    { leadId: cas.id, viewer: { userId: actorId, role: "admin" }, values: { seats: 30 }, at: TEST_TIME },
    store.db,
  );
  expect(await fillTraitFields({ now: () => TEST_TIME }, store.db)).toBe(2);
  const ann = await leadOf("ann");
  expect([ann.custom.seats, (await leadOf("cas")).custom.seats]).toEqual([8, 30]);
  const history = await store.db
    .select({ validFrom: leadFieldValues.validFrom, value: leadFieldValues.value })
    .from(leadFieldValues)
    .where(and(eq(leadFieldValues.leadId, ann.id), eq(leadFieldValues.field, "seats")));
  expect(history).toEqual([{ validFrom: daysAgo(3), value: 8 }]);
  // What is no number is still there to be looked at.
  expect((await listOtherTraits(store.db)).find(({ name }) => name === "seats")).toMatchObject({
    count: 1,
    last: "many",
  });
  expect(await fillTraitFields({ now: () => TEST_TIME }, store.db)).toBe(0);
  await send(identify("ann", { seats: 9 }));
  expect([(await leadOf("ann")).custom.seats, await keptOf("ann")]).toEqual([
    9,
    { planTier: "gold", tags: ["a", "b"], "nested.a": 1 },
  ]);
});

test("what is said of companies has its place on the page too, and a field of it fills them and scores their leads anew", async () => {
  const company = (traits: Readonly<Record<string, unknown>>) => ({ id: "acme", name: "Acme", ...traits });
  await send(identify("eva", { company: company({ plan: "gold", address: { street: "Kade 1" } }) }));
  await send({ type: "group", userId: "eva", groupId: "acme", traits: { plan: "platinum" } });
  await browse(identify("fox", { company: { name: "Fox Inc", plan: "iron" } }));
  const listed = async () => (await listOtherTraits(store.db)).filter(({ of }) => of === "account");
  expect((await listed()).map(({ name, count, last }) => [name, count, last])).toEqual([
    ["plan", 2, "iron"],
    ["address.street", 1, "Kade 1"],
  ]);
  const made = await makeTraitField({ of: "account", name: "plan", type: "text", actorId, at: TEST_TIME }, store.db);
  expect(made).toEqual({ ok: true, value: { key: "account.plan" } });
  expect(await fillTraitFields({ now: () => TEST_TIME }, store.db)).toBe(2);
  const [acme] = await store.db.select().from(accounts).where(eq(accounts.name, "Acme"));
  expect(acme?.custom).toEqual({ "account.plan": "platinum" });
  const history = await store.db
    .select({ validFrom: accountFieldValues.validFrom, value: accountFieldValues.value })
    .from(accountFieldValues)
    .where(and(eq(accountFieldValues.accountId, acme?.id ?? 0), eq(accountFieldValues.field, "account.plan")));
  expect(history).toEqual([{ validFrom: daysAgo(3), value: "platinum" }]);
  expect((await listed()).map(({ name }) => name)).toEqual(["address.street"]);
  const due = await store.db.select().from(dueLeads);
  expect(due.map(({ leadId }) => leadId)).toContain((await leadOf("eva")).id);
});

test("a name of which no key can be made is no field", async () => {
  expect(await makeTraitField({ of: "lead", name: "…", type: "text", actorId, at: TEST_TIME }, store.db)).toMatchObject(
    {
      ok: false,
    },
  );
});
