import { asc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { LEADS_AT_ONCE } from "#db/import/row-kinds.ts";
import { listRejections } from "#db/queries/imports.ts";
import {
  accountFieldValues,
  accounts,
  dueLeads,
  events,
  fieldDefinitions,
  leadFieldValues,
  leadIdentities,
  outcomes,
  ownerChanges,
  stageChanges,
} from "#db/schema/index.ts";
import { addTestUser, TEST_TIME } from "#db/test/add-test-user.ts";
import { TEST_ZONE } from "#db/test/scoring-fixtures.ts";
import { CITY, countsOf, daysLater, EMAIL, ID, leadsMapping, prepareImports } from "#db/test/test-imports.ts";
import { bytesSource } from "#lib/csv/byte-source.ts";
import { mappingSchema } from "#lib/import/mapping.ts";
import { unchanged } from "#lib/import/unchanged.ts";
import { parseEpochDay, startOfDay } from "#lib/time/local-day.ts";
import { dryRunImport } from "./dry-run-import.ts";

const { store, load, listLeads } = prepareImports();
const midnight = (date: string) => new Date(startOfDay(parseEpochDay(date) ?? 0, TEST_ZONE));

describe("an import of leads", () => {
  it("makes leads with their identities, first stage, company and the mark that they are to be scored", async () => {
    const mapping = leadsMapping(
      ID,
      EMAIL,
      { column: "company", to: "field", field: "account.name" },
      {
        column: "size",
        to: "custom",
        key: "size",
        type: "number",
      },
    );
    const done = await load("id,email,company,size\n1,Zoe@Example.com,Acme,12\n2,an@example.com,ACME ,\n", mapping);
    expect(done).toMatchObject({ status: "done", recordsRead: 2, failure: null });
    expect(done.report?.fieldsCreated).toEqual(["size"]);
    expect(await store().db.select().from(fieldDefinitions)).toMatchObject([
      { key: "size", type: "number", label: "size" },
    ]);
    const [zoe, an] = await listLeads();
    expect(zoe).toMatchObject({ email: "zoe@example.com", custom: { size: 12 }, stage: "lead", createdAt: TEST_TIME });
    expect(an?.accountId).toBe(zoe?.accountId);
    expect(await store().db.select().from(accounts)).toMatchObject([{ name: "Acme" }]);
    expect(
      await store()
        .db.select()
        .from(leadIdentities)
        .where(eq(leadIdentities.leadId, zoe?.id ?? 0)),
    ).toHaveLength(2);
    expect(await store().db.select().from(stageChanges)).toMatchObject([
      { toStage: "lead", fromStage: null, cause: "import" },
      { toStage: "lead" },
    ]);
    expect(await store().db.select().from(dueLeads)).toHaveLength(2);
  });

  it("done twice changes nothing, and says so", async () => {
    const mapping = leadsMapping(ID, EMAIL, CITY, { column: "won", to: "outcome", won: ["yes"] });
    const text = "id,email,city,won\n1,a@b.nl,Ede,yes\n2,c@b.nl,Epe,no\n2,c@b.nl,Elst,no\n,info@b.nl,Oss,no\n";
    expect(await countsOf(load(text, mapping))).toEqual({ read: 4, created: 3, updated: 0, unchanged: 0, rejected: 0 });
    await store().db.delete(dueLeads);
    const before = await listLeads();
    expect(await countsOf(load(text, mapping, daysLater(1)))).toEqual({
      read: 4,
      created: 0,
      updated: 0,
      unchanged: 4,
      rejected: 0,
    });
    expect(await listLeads()).toEqual(before);
    expect(await store().db.select().from(leadFieldValues)).toEqual([]);
    expect(await store().db.select().from(outcomes)).toHaveLength(1);
    expect(await store().db.select().from(stageChanges)).toHaveLength(4);
    expect(await store().db.select().from(dueLeads)).toEqual([]);
  });

  it("of two rows about one lead takes the later one's word, in one batch and across batches", async () => {
    const mapping = leadsMapping(EMAIL, CITY, { column: "note", to: "custom", key: "note", type: "text" });
    const filler = Array.from({ length: 6000 }, (_, n) => `x${n}@b.nl,,`).join("\n");
    const text = `email,city,note\ndup@example.com,Ede,first\nDUP@Example.com ,Epe,\n${filler}\ndup@example.com,Oss,\n`;
    await load(text, mapping);
    const [dup] = await listLeads();
    expect(dup).toMatchObject({ city: "Oss", custom: { note: "first" } });
    expect(await countsOf(load(text, mapping, daysLater(1)))).toMatchObject({ created: 0, updated: 0 });
    expect(await store().db.select().from(leadFieldValues)).toEqual([]);
  });

  it("keeps what a field was before it changed, from the lead's creation on", async () => {
    const mapping = leadsMapping(EMAIL, CITY);
    await load("email,city\na@b.nl,Ede\nb@b.nl,Ede\n", mapping);
    expect(await countsOf(load("email,city\na@b.nl,Epe\nb@b.nl,Ede\n", mapping, daysLater(1)))).toMatchObject({
      updated: 1,
    });
    await load("email,city\na@b.nl,Oss\n", mapping, daysLater(2));
    const [lead] = await listLeads();
    const history = await store().db.select().from(leadFieldValues).orderBy(asc(leadFieldValues.validFrom));
    expect(history.map(({ value, validFrom, isTimed }) => [value, validFrom, isTimed])).toEqual([
      ["Ede", TEST_TIME, false],
      ["Epe", daysLater(1), false],
      ["Oss", daysLater(2), false],
    ]);
    expect(lead).toMatchObject({ city: "Oss", createdAt: TEST_TIME, updatedAt: daysLater(2) });
  });

  it("leaves alone what a file does not say", async () => {
    const mapping = leadsMapping(EMAIL, CITY, { column: "call", to: "permission", permission: "may_call" });
    await load("email,city,call\na@b.nl,Ede,no\n", mapping);
    expect(await countsOf(load("email,city,call\na@b.nl,,\n", mapping, daysLater(1)))).toMatchObject({ unchanged: 1 });
    expect(await listLeads()).toMatchObject([{ city: "Ede", mayCall: false, mayEmail: true }]);
  });

  it("counts rows about a lead that an earlier row made apart, in a dry run as well", async () => {
    const mapping = leadsMapping(EMAIL, CITY);
    await load("email,city\nknown@b.nl,Ede\n", mapping);
    const more = Array.from({ length: LEADS_AT_ONCE }, (_, at) => `${at}@b.nl,Ede\n`).join("");
    const text = `email,city\na@b.nl,Ede\na@b.nl,Epe\nknown@b.nl,Epe\n${more}known@b.nl,Oss\na@b.nl,Oss\n`;
    const expected = { created: LEADS_AT_ONCE + 1, updated: 1, repeated: 2, rejected: 0 };
    const now = () => daysLater(1);
    const input = { source: bytesSource(Buffer.from(text)), mapping: mappingSchema.parse(mapping), now };
    expect((await dryRunImport(input, store())).counts).toMatchObject(expected);
    const { report } = await load(text, mapping, now());
    expect(report?.counts).toMatchObject(expected);
    expect(report && unchanged("leads", report.counts)).toBe(1);
  });

  it("a second id at the source with the same e-mail joins that lead and is reported", async () => {
    const mapping = leadsMapping(ID, EMAIL);
    await load("id,email\n1,a@b.nl\n", mapping);
    const { report } = await load("id,email\n2,A@B.nl\n3,n@b.nl\n4,n@b.nl\n", mapping, daysLater(1));
    expect(report?.counts).toMatchObject({ created: 1, joined: 2, conflicts: 0 });
    expect(await listLeads()).toHaveLength(2);
    expect(await countsOf(load("id,email\n2,\n4,\n", mapping, daysLater(2)))).toMatchObject({
      created: 0,
      unchanged: 2,
    });
  });

  it("the id decides when the e-mail names somebody else, whose address stays theirs", async () => {
    const mapping = leadsMapping(ID, EMAIL);
    await load("id,email\n1,a@b.nl\n2,b@b.nl\n", mapping);
    const { report } = await load("id,email\n1,b@b.nl\n", mapping, daysLater(1));
    expect(report?.counts).toMatchObject({ created: 0, updated: 0, conflicts: 1 });
    expect((await listLeads()).map(({ email }) => email)).toEqual(["a@b.nl", "b@b.nl"]);
  });

  it("changes a company once, keeps what it was and has its leads scored anew", async () => {
    const size = { column: "size", to: "field", field: "account.employees" };
    const mapping = leadsMapping(EMAIL, { column: "company", to: "field", field: "account.name" }, size);
    const text = "email,company,size\na@b.nl,Acme,10\nb@b.nl,acme,20\n";
    await load(text, mapping);
    expect(await store().db.select().from(accounts)).toMatchObject([{ name: "Acme", employees: 20 }]);
    await store().db.delete(dueLeads);
    await load(text, mapping, daysLater(1));
    expect(await store().db.select().from(accountFieldValues)).toEqual([]);
    expect(await store().db.select().from(dueLeads)).toEqual([]);
    await load("email,company,size\nb@b.nl,Acme,30\n", mapping, daysLater(2));
    expect(
      (await store().db.select().from(accountFieldValues).orderBy(asc(accountFieldValues.validFrom))).map(
        ({ value }) => value,
      ),
    ).toEqual([20, 30]);
    expect(await store().db.select().from(dueLeads)).toHaveLength(2);
  });

  it("tells companies of one name apart by their domains", async () => {
    const mapping = leadsMapping(
      EMAIL,
      { column: "company", to: "field", field: "account.name" },
      {
        column: "site",
        to: "field",
        field: "account.domain",
      },
    );
    await load(
      "email,company,site\na@b.nl,Acme,acme.nl\nb@b.nl,Acme,https://www.acme.nl/x\nc@b.nl,Acme,acme.de\n",
      mapping,
    );
    const [a, b, c] = await listLeads();
    expect([a?.accountId === b?.accountId, a?.accountId === c?.accountId]).toEqual([true, false]);
  });

  it("gives leads to the users it names and makes customers of those who bought", async () => {
    const userId = await addTestUser(store().db, { email: "Rep@example.com" });
    const mapping = leadsMapping(
      EMAIL,
      { column: "owner", to: "owner" },
      { column: "won", to: "outcome", won: ["1"] },
      {
        column: "closed",
        to: "outcome_time",
      },
    );
    await load("email,owner,won,closed\na@b.nl,rep@example.com,1,2026-03-02\nb@b.nl,gone@example.com,0,\n", mapping);
    const [a, b] = await listLeads();
    // The lead came to be, as far as anybody knows, on arrival: no stage is left before it was entered.
    expect(a).toMatchObject({ ownerId: userId, stage: "customer", stageEnteredAt: TEST_TIME });
    expect(b).toMatchObject({ ownerId: null, stage: "lead" });
    expect(await store().db.select().from(outcomes)).toMatchObject([
      { leadId: a?.id, result: "won", isTimed: true, at: midnight("2026-03-02") },
    ]);
  });

  it("writes down whose leads it makes others', and nothing of those that came with an owner", async () => {
    const [anna, bram] = [
      await addTestUser(store().db, { email: "anna@example.com" }),
      await addTestUser(store().db, { email: "bram@example.com" }),
    ];
    const mapping = leadsMapping(EMAIL, { column: "owner", to: "owner" });
    await load("email,owner\na@b.nl,anna@example.com\nb@b.nl,\n", mapping);
    expect(await store().db.select().from(ownerChanges)).toEqual([]);
    await load("email,owner\na@b.nl,bram@example.com\nb@b.nl,anna@example.com\n", mapping, daysLater(1));
    const [a, b] = await listLeads();
    expect([a?.ownerId, b?.ownerId]).toEqual([bram, anna]);
    const changes = await store().db.select().from(ownerChanges).orderBy(asc(ownerChanges.leadId));
    expect(changes).toMatchObject([
      { leadId: a?.id, fromUserId: anna, toUserId: bram, cause: "import", actorId: null },
      { leadId: b?.id, fromUserId: null, toUserId: anna, cause: "import" },
    ]);
  });

  it("keeps each bad row with its line, column, value and reason, and takes the others", async () => {
    const mapping = leadsMapping(EMAIL, { column: "size", to: "custom", key: "size", type: "number" });
    const done = await load('email,size\na@b.nl,12\nb@b.nl,many\nnobody,3\nc@b.nl,"open\nd@b.nl,4\n', mapping);
    expect(done.report?.counts).toMatchObject({ read: 5, created: 2, rejected: 3 });
    expect(done.report?.counts.reasons).toEqual({ number_invalid: 1, email_invalid: 1, quote_not_closed: 1 });
    expect(await listRejections({ importId: done.id, afterLine: 0, limit: 9 }, store().db)).toEqual([
      { line: 3, column: "size", value: "many", reason: "number_invalid", record: ["b@b.nl", "many"] },
      { line: 4, column: "email", value: "nobody", reason: "email_invalid", record: ["nobody", "3"] },
      { line: 5, column: null, value: null, reason: "quote_not_closed", record: ['c@b.nl,"open'] },
    ]);
  });

  it("gives rising ids to leads in the order in which they came, so that what is read by id is read by arrival", async () => {
    const emails = Array.from({ length: 50 }, (_, n) => `p${n}@b.nl`);
    await load(`email\n${emails.join("\n")}\n`, leadsMapping(EMAIL));
    expect((await listLeads()).map(({ email }) => email)).toEqual(emails);
    expect(await store().db.$count(events)).toBe(0);
  });
});
