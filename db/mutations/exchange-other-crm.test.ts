import { expect, it } from "vitest";
import { outcomes } from "#db/schema/index.ts";
import { addTestUser } from "#db/test/add-test-user.ts";
import { prepareExchanges } from "#db/test/crm-fixtures.ts";
import { expectExactScores } from "#db/test/expect-exact.ts";
import type { CrmContact, CrmDeal, CrmDoor, CrmPage, CrmUpdate } from "#lib/crm/door.ts";

const { store, hubspot, connect, exchange, leadOf, publish, setTitle } = prepareExchanges();

const nobody = { createdAt: null, ownerId: null, refusesEmail: false };
const CONTACTS: readonly CrmContact[] = [
  { ...nobody, id: "0035g00000AbCdEAAV", email: "an@example.com", values: { Title__c: "Director" }, ownerId: "005A" },
  { ...nobody, id: "00Q5g00000XyZzyEAC", email: null, values: { Title__c: "Clerk" }, refusesEmail: true },
];
const DEALS: readonly CrmDeal[] = [
  { id: "006X", contactIds: ["00Q5g00000XyZzyEAC"], result: "lost", closedAt: null, amount: null, currency: null },
];

/** Unlike HubSpot in all that a door is free to choose: ids and cursors of letters, a record a page, names of its own. */
function openOther() {
  const written: CrmUpdate[] = [];
  const asked: (string | null)[] = [];
  const door: CrmDoor = {
    usualFields: { job_title: "Title__c" },
    account: async () => ({ id: "1234567", name: "Kempen" }),
    listFields: async () => [{ name: "Title__c", label: "Title", type: "text" }],
    listOwners: async () => [{ id: "005A", name: "Ria", email: "ria@example.com" }],
    makeTargets: async () => {},
    pullContacts: async ({ cursor }) => pageOf(CONTACTS, cursor),
    pullDeals: async ({ cursor }) => pageOf(DEALS, cursor),
    push: async (updates) => {
      written.push(...updates);
      return [];
    },
  };
  return { door, written, asked };

  function pageOf<T>(all: readonly T[], cursor: string | null): CrmPage<T> {
    asked.push(cursor);
    const at = cursor?.startsWith("behind ") ? Number(cursor.slice("behind ".length)) : 0;
    if (cursor === "nothing new") return { records: [], cursor, isLast: true };
    const isLast = at + 1 === all.length;
    return { records: all.slice(at, at + 1), cursor: isLast ? "nothing new" : `behind ${at + 1}`, isLast };
  }
}

it("an exchange asks a CRM for nothing but what its door gives, whatever its ids, fields and cursors are like", async () => {
  await publish();
  const rep = await addTestUser(store().db, { email: "ria@example.com" });
  const { door, written, asked } = openOther();
  const actorId = await connect({ fields: [{ crm: "Title__c", to: "job_title" }], push: ["combined", "cell"] });
  expect(await exchange({ door })).toMatchObject({
    status: "done",
    counts: { contacts: 2, created: 2, deals: 1, outcomes: 1, pushed: 2, conflicts: 0 },
  });
  expect(asked).toEqual([null, "behind 1", null]);
  const [an, other] = [await leadOf("0035g00000AbCdEAAV"), await leadOf("00Q5g00000XyZzyEAC")];
  expect(an).toMatchObject({ jobTitle: "Director", ownerId: rep });
  expect(await leadOf("an@example.com")).toEqual(an);
  expect(other).toMatchObject({ jobTitle: "Clerk", mayEmail: false, stage: "lost" });
  expect(await store().db.select().from(outcomes)).toMatchObject([
    { leadId: other?.id, result: "lost", isTimed: false },
  ]);
  expect(written).toEqual([
    { id: "0035g00000AbCdEAAV", values: { combined: "15.00", cell: "A4" } },
    { id: "00Q5g00000XyZzyEAC", values: { combined: "0.00", cell: "D4" } },
  ]);
  await expectExactScores(store().db);

  await setTitle(an?.id ?? 0, "Clerk", actorId);
  expect((await exchange({ door })).counts).toMatchObject({ contacts: 0, deals: 0, pushed: 1 });
  expect(asked.slice(3)).toEqual(["nothing new", "nothing new"]);
  expect(written.at(-1)).toEqual({ id: "0035g00000AbCdEAAV", values: { combined: "0.00", cell: "D4" } });
  expect(hubspot().calls).toEqual([]);
});
