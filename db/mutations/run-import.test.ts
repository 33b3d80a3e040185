import { asc, eq, sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { listRejections } from "#db/queries/imports.ts";
import {
  accountFieldValues,
  accounts,
  dueLeads,
  events,
  fieldDefinitions,
  importOccurrences,
  importPending,
  imports,
  leadFieldValues,
  leadIdentities,
  leads,
  outcomes,
  stageChanges,
} from "#db/schema/index.ts";
import { addTestUser, TEST_TIME } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { expectExactScores } from "#db/test/expect-exact.ts";
import { importTestFile, queueTestImport } from "#db/test/import-csv.ts";
import { addTestOrganisation, addTestVersion, TEST_DAY, TEST_ZONE, testDefinition } from "#db/test/scoring-fixtures.ts";
import { bytesSource } from "#lib/csv/byte-source.ts";
import { mappingSchema } from "#lib/import/mapping.ts";
import { unchanged } from "#lib/import/unchanged.ts";
import { parseEpochDay, startOfDay } from "#lib/time/local-day.ts";
import { buildGeneration } from "./build-generation.ts";
import { dryRunImport } from "./dry-run-import.ts";
import { runImport } from "./run-import.ts";
import { scoreDueLeads } from "./score-due-leads.ts";

let store: TestDatabase;

beforeEach(async () => {
  store = await createTestDatabase();
  await addTestOrganisation(store.db);
});
afterEach(() => store.drop());

const later = (days: number) => new Date(TEST_TIME.getTime() + days * 86_400_000);
const midnight = (date: string) => new Date(startOfDay(parseEpochDay(date) ?? 0, TEST_ZONE));
const EMAIL = { column: "email", to: "email" };
const ID = { column: "id", to: "external_id" };
const CITY = { column: "city", to: "field", field: "city" };
const leadsMapping = (...columns: object[]) => ({ kind: "leads", source: "crm", columns });

const load = (text: string, mapping: object, at = TEST_TIME) => importTestFile({ text, mapping, at }, store);
const countsOf = async (imported: ReturnType<typeof load>) => {
  const { report, kind } = await imported;
  if (!report) throw new Error("There is no report.");
  const { read, created, updated, rejected } = report.counts;
  return { read, created, updated, unchanged: unchanged(kind, report.counts), rejected };
};
const allLeads = () => store.db.select().from(leads).orderBy(asc(leads.id));

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
    expect(await store.db.select().from(fieldDefinitions)).toMatchObject([
      { key: "size", type: "number", label: "size" },
    ]);
    const [zoe, an] = await allLeads();
    expect(zoe).toMatchObject({ email: "zoe@example.com", custom: { size: 12 }, stage: "lead", createdAt: TEST_TIME });
    expect(an?.accountId).toBe(zoe?.accountId);
    expect(await store.db.select().from(accounts)).toMatchObject([{ name: "Acme" }]);
    expect(
      await store.db
        .select()
        .from(leadIdentities)
        .where(eq(leadIdentities.leadId, zoe?.id ?? 0)),
    ).toHaveLength(2);
    expect(await store.db.select().from(stageChanges)).toMatchObject([
      { toStage: "lead", fromStage: null, cause: "import" },
      { toStage: "lead" },
    ]);
    expect(await store.db.select().from(dueLeads)).toHaveLength(2);
  });

  it("done twice changes nothing, and says so", async () => {
    const mapping = leadsMapping(ID, EMAIL, CITY, { column: "won", to: "outcome", won: ["yes"] });
    const text = "id,email,city,won\n1,a@b.nl,Ede,yes\n2,c@b.nl,Epe,no\n2,c@b.nl,Elst,no\n,info@b.nl,Oss,no\n";
    expect(await countsOf(load(text, mapping))).toEqual({ read: 4, created: 3, updated: 0, unchanged: 1, rejected: 0 });
    await store.db.delete(dueLeads);
    const before = await allLeads();
    expect(await countsOf(load(text, mapping, later(1)))).toEqual({
      read: 4,
      created: 0,
      updated: 0,
      unchanged: 4,
      rejected: 0,
    });
    expect(await allLeads()).toEqual(before);
    expect(await store.db.select().from(leadFieldValues)).toEqual([]);
    expect(await store.db.select().from(outcomes)).toHaveLength(1);
    expect(await store.db.select().from(stageChanges)).toHaveLength(4);
    expect(await store.db.select().from(dueLeads)).toEqual([]);
  });

  it("of two rows about one lead takes the later one's word, in one batch and across batches", async () => {
    const mapping = leadsMapping(EMAIL, CITY, { column: "note", to: "custom", key: "note", type: "text" });
    const filler = Array.from({ length: 6000 }, (_, n) => `x${n}@b.nl,,`).join("\n");
    const text = `email,city,note\ndup@example.com,Ede,first\nDUP@Example.com ,Epe,\n${filler}\ndup@example.com,Oss,\n`;
    await load(text, mapping);
    const [dup] = await allLeads();
    expect(dup).toMatchObject({ city: "Oss", custom: { note: "first" } });
    expect(await countsOf(load(text, mapping, later(1)))).toMatchObject({ created: 0, updated: 0 });
    expect(await store.db.select().from(leadFieldValues)).toEqual([]);
  });

  it("keeps what a field was before it changed, from the lead's creation on", async () => {
    const mapping = leadsMapping(EMAIL, CITY);
    await load("email,city\na@b.nl,Ede\nb@b.nl,Ede\n", mapping);
    expect(await countsOf(load("email,city\na@b.nl,Epe\nb@b.nl,Ede\n", mapping, later(1)))).toMatchObject({
      updated: 1,
    });
    await load("email,city\na@b.nl,Oss\n", mapping, later(2));
    const [lead] = await allLeads();
    const history = await store.db.select().from(leadFieldValues).orderBy(asc(leadFieldValues.validFrom));
    expect(history.map(({ value, validFrom, isTimed }) => [value, validFrom, isTimed])).toEqual([
      ["Ede", TEST_TIME, false],
      ["Epe", later(1), false],
      ["Oss", later(2), false],
    ]);
    expect(lead).toMatchObject({ city: "Oss", createdAt: TEST_TIME, updatedAt: later(2) });
  });

  it("leaves alone what a file does not say", async () => {
    const mapping = leadsMapping(EMAIL, CITY, { column: "call", to: "permission", permission: "may_call" });
    await load("email,city,call\na@b.nl,Ede,no\n", mapping);
    expect(await countsOf(load("email,city,call\na@b.nl,,\n", mapping, later(1)))).toMatchObject({ unchanged: 1 });
    expect(await allLeads()).toMatchObject([{ city: "Ede", mayCall: false, mayEmail: true }]);
  });

  it("a second id at the source with the same e-mail joins that lead and is reported", async () => {
    const mapping = leadsMapping(ID, EMAIL);
    await load("id,email\n1,a@b.nl\n", mapping);
    const { report } = await load("id,email\n2,A@B.nl\n3,n@b.nl\n4,n@b.nl\n", mapping, later(1));
    expect(report?.counts).toMatchObject({ created: 1, joined: 2, conflicts: 0 });
    expect(await allLeads()).toHaveLength(2);
    expect(await countsOf(load("id,email\n2,\n4,\n", mapping, later(2)))).toMatchObject({ created: 0, unchanged: 2 });
  });

  it("the id decides when the e-mail names somebody else, whose address stays theirs", async () => {
    const mapping = leadsMapping(ID, EMAIL);
    await load("id,email\n1,a@b.nl\n2,b@b.nl\n", mapping);
    const { report } = await load("id,email\n1,b@b.nl\n", mapping, later(1));
    expect(report?.counts).toMatchObject({ created: 0, updated: 0, conflicts: 1 });
    expect((await allLeads()).map(({ email }) => email)).toEqual(["a@b.nl", "b@b.nl"]);
  });

  it("changes a company once, keeps what it was and has its leads scored anew", async () => {
    const size = { column: "size", to: "field", field: "account.employees" };
    const mapping = leadsMapping(EMAIL, { column: "company", to: "field", field: "account.name" }, size);
    const text = "email,company,size\na@b.nl,Acme,10\nb@b.nl,acme,20\n";
    await load(text, mapping);
    expect(await store.db.select().from(accounts)).toMatchObject([{ name: "Acme", employees: 20 }]);
    await store.db.delete(dueLeads);
    await load(text, mapping, later(1));
    expect(await store.db.select().from(accountFieldValues)).toEqual([]);
    expect(await store.db.select().from(dueLeads)).toEqual([]);
    await load("email,company,size\nb@b.nl,Acme,30\n", mapping, later(2));
    expect(
      (await store.db.select().from(accountFieldValues).orderBy(asc(accountFieldValues.validFrom))).map(
        ({ value }) => value,
      ),
    ).toEqual([20, 30]);
    expect(await store.db.select().from(dueLeads)).toHaveLength(2);
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
    const [a, b, c] = await allLeads();
    expect([a?.accountId === b?.accountId, a?.accountId === c?.accountId]).toEqual([true, false]);
  });

  it("gives leads to the users it names and makes customers of those who bought", async () => {
    const userId = await addTestUser(store.db, { email: "Rep@example.com" });
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
    const [a, b] = await allLeads();
    // The lead came to be, as far as anybody knows, on arrival: no stage is left before it was entered.
    expect(a).toMatchObject({ ownerId: userId, stage: "customer", stageEnteredAt: TEST_TIME });
    expect(b).toMatchObject({ ownerId: null, stage: "lead" });
    expect(await store.db.select().from(outcomes)).toMatchObject([
      { leadId: a?.id, result: "won", isTimed: true, at: midnight("2026-03-02") },
    ]);
  });

  it("keeps each bad row with its line, column, value and reason, and takes the others", async () => {
    const mapping = leadsMapping(EMAIL, { column: "size", to: "custom", key: "size", type: "number" });
    const done = await load('email,size\na@b.nl,12\nb@b.nl,many\nnobody,3\nc@b.nl,"open\nd@b.nl,4\n', mapping);
    expect(done.report?.counts).toMatchObject({ read: 5, created: 2, rejected: 3 });
    expect(done.report?.counts.reasons).toEqual({ number_invalid: 1, email_invalid: 1, quote_not_closed: 1 });
    expect(await listRejections({ importId: done.id, afterLine: 0, limit: 9 }, store.db)).toEqual([
      { line: 3, column: "size", value: "many", reason: "number_invalid", record: ["b@b.nl", "many"] },
      { line: 4, column: "email", value: "nobody", reason: "email_invalid", record: ["nobody", "3"] },
      { line: 5, column: null, value: null, reason: "quote_not_closed", record: ['c@b.nl,"open'] },
    ]);
  });
});

describe("the scores of leads that an import brought", () => {
  it("follow at once, and newcomers that qualify are handed over with the import as the cause", async () => {
    await addTestVersion(store.db, testDefinition({ qualifies: { cells: ["A1", "A2", "A3", "A4"] } }));
    await buildGeneration({ cause: "publish", day: TEST_DAY, now: () => TEST_TIME }, store);
    const mapping = leadsMapping(EMAIL, { column: "title", to: "field", field: "job_title" });
    await load("email,title\na@b.nl,Director\nb@b.nl,Clerk\n", mapping);
    expect(await scoreDueLeads({ now: () => TEST_TIME }, store)).toEqual({ scored: 2, way: "due" });
    expect(await expectExactScores(store.db)).toBe(2);
    expect((await allLeads()).map(({ stage }) => stage)).toEqual(["marketing_qualified", "lead"]);
    expect(
      await store.db.select().from(stageChanges).where(eq(stageChanges.toStage, "marketing_qualified")),
    ).toMatchObject([{ cause: "import" }]);
  });

  it("wait for the first published model", async () => {
    await load("email\na@b.nl\n", leadsMapping(EMAIL));
    expect(await scoreDueLeads({ now: () => TEST_TIME }, store)).toEqual({ scored: 0, way: "none" });
  });
});

describe("an import of events", () => {
  const mapping = {
    kind: "events",
    source: "web",
    columns: [
      ID,
      { column: "when", to: "event_time" },
      { column: "what", to: "event_type" },
      { column: "page", to: "event_asset" },
    ],
  };
  const people = () => load("id\n1\n2\n", { kind: "leads", source: "web", columns: [ID] });

  it("keeps genuine repeats, and done twice adds nothing", async () => {
    await people();
    const text =
      "id,when,what,page\n1,2026-03-01,visit,/a\n1,2026-03-01,visit,/a\n1,2026-03-01,visit,/b\n2,2026-03-01,visit,/a\n";
    expect(await countsOf(load(text, mapping))).toMatchObject({ read: 4, created: 4, unchanged: 0 });
    await store.db.delete(dueLeads);
    expect(await countsOf(load(text, mapping, later(1)))).toMatchObject({ created: 0, unchanged: 4 });
    expect(await store.db.select().from(dueLeads)).toEqual([]);
    const once = "id,when,what,page\n1,2026-03-01,visit,/a\n1,2026-03-01,visit,/a\n1,2026-03-01,visit,/a\n";
    expect(await countsOf(load(once, mapping, later(2)))).toMatchObject({ created: 1, unchanged: 2 });
    const days = await store.db.select({ day: events.day, at: events.occurredAt }).from(events).limit(1);
    expect(days).toEqual([{ day: 20_513, at: midnight("2026-03-01") }]);
    expect(await store.db.select().from(importOccurrences)).toEqual([]);
  });

  it("counts repeats across batches", async () => {
    await people();
    const text = `id,when,what,page\n${"1,2026-03-01,visit,/a\n".repeat(5003)}2,2026-03-01,visit,/a\n`;
    expect(await countsOf(load(text, mapping))).toMatchObject({ created: 5004 });
    expect(await countsOf(load(text, mapping, later(1)))).toMatchObject({ created: 0, unchanged: 5004 });
  });

  it("rejects events of leads that nobody knows, or makes those leads when the mapping lets it", async () => {
    await people();
    const text = "id,when,what,page\n7,2026-03-01,visit,/a\n7,2026-02-01,visit,/a\n1,2026-03-01,visit,/a\n";
    const rejected = await load(text, mapping);
    expect(rejected.report?.counts).toMatchObject({ created: 1, rejected: 2, reasons: { unknown_lead: 2 } });
    const made = await load(text, { ...mapping, unknownLeads: "create" }, later(1));
    expect(made.report?.counts).toMatchObject({ created: 2, known: 1, leadsCreated: 1, rejected: 0 });
    expect((await allLeads()).at(-1)?.createdAt).toEqual(midnight("2026-02-01"));
  });

  it("an event with an id of its own is one event however often it is told", async () => {
    await people();
    const withId = { ...mapping, columns: [...mapping.columns, { column: "n", to: "event_id" }] };
    const text = "id,when,what,page,n\n1,2026-03-01,visit,/a,e1\n1,2026-03-01,visit,/a,e1\n";
    expect(await countsOf(load(text, withId))).toMatchObject({ created: 1, unchanged: 1 });
  });
});

describe("an import whose first quote is never closed", () => {
  it("does not say that the file has no rows when it read some", async () => {
    const done = await load('email,city\n"a@b.nl,Ede\nb@b.nl,Epe\nc@b.nl,Oss\n', leadsMapping(EMAIL, CITY));
    expect(done.report?.counts).toMatchObject({ read: 3, created: 2, rejected: 1 });
    expect(done.report?.warnings).toEqual([]);
    const empty = await load("email,city\n", leadsMapping(EMAIL, CITY));
    expect(empty.report?.warnings).toEqual(["no_rows"]);
  });
});

describe("an import of outcomes", () => {
  const mapping = {
    kind: "outcomes",
    source: "crm",
    columns: [
      ID,
      { column: "result", to: "outcome", won: ["won"], lost: ["lost"] },
      { column: "at", to: "outcome_time" },
      { column: "value", to: "outcome_value" },
    ],
  };

  it("moves leads to the stage that their deals lead to, once", async () => {
    await load("id,made\n1,2025-01-01\n2,2025-01-01\n", leadsMapping(ID, { column: "made", to: "created_at" }));
    const text = "id,result,at,value\n1,lost,2026-01-01,\n1,won,2026-02-01,1250.50\n2,lost,2026-01-05,\n2,open,,\n";
    const done = await load(text, mapping);
    expect(done.report?.counts).toMatchObject({ read: 4, created: 3, empty: 1, otherWords: { open: 1 } });
    expect((await allLeads()).map(({ stage }) => stage)).toEqual(["customer", "lost"]);
    const moves = await store.db
      .select()
      .from(stageChanges)
      .where(eq(stageChanges.cause, "outcome"))
      .orderBy(asc(stageChanges.id));
    expect(moves.map(({ fromStage, toStage }) => [fromStage, toStage]).sort()).toEqual([
      ["lead", "lost"],
      ["lead", "lost"],
      ["lost", "customer"],
    ]);
    expect(await store.db.select().from(outcomes).where(eq(outcomes.result, "won"))).toMatchObject([
      { valueMinor: 125_050, currency: "EUR" },
    ]);
    expect(await countsOf(load(text, mapping, later(1)))).toMatchObject({ created: 0, unchanged: 3 });
    expect(await store.db.select().from(stageChanges).where(eq(stageChanges.cause, "outcome"))).toHaveLength(3);
  });
});

describe("an import that cannot be", () => {
  it.each([
    ["{}\n", leadsMapping(EMAIL), "no_mapped_column"],
    ['[{"a":1}]', leadsMapping(EMAIL), "json"],
    ["", leadsMapping(EMAIL), "empty"],
    ["name,city\nJan,Ede\n", leadsMapping(EMAIL), "no_mapped_column"],
    ["city,name\nEde,Jan\n", leadsMapping(EMAIL, CITY), "missing_column"],
    [
      "email,c\na@b.nl,1\n",
      leadsMapping(EMAIL, { column: "c", to: "custom", key: "city", type: "text" }),
      "reserved_field",
    ],
    [
      "email,a,b\na@b.nl,1,2\n",
      leadsMapping(EMAIL, { ...CITY, column: "a" }, { ...CITY, column: "b" }),
      "repeated_target",
    ],
  ])("is refused before anything is written: %j", async (text, mapping, refusal) => {
    const done = await load(text, mapping);
    expect(done).toMatchObject({ status: "failed", failure: { refusal } });
    expect(await store.db.execute(sql`select 1 from leads union all select 1 from field_definitions`)).toHaveLength(0);
  });

  it("a field of the organisation's own does not change its type", async () => {
    await load("email,a\na@b.nl,1\n", leadsMapping(EMAIL, { column: "a", to: "custom", key: "a", type: "number" }));
    const done = await load(
      "email,a\na@b.nl,x\n",
      leadsMapping(EMAIL, { column: "a", to: "custom", key: "a", type: "text" }),
      later(1),
    );
    expect(done.failure).toEqual({ refusal: "field_type_differs", about: "a" });
  });

  it("a file that changed or went is not read on", async () => {
    const importId = await queueTestImport(
      { text: "email\na@b.nl\n", mapping: leadsMapping(EMAIL), at: TEST_TIME },
      store,
    );
    await store.db.update(imports).set({ fileSha256: "other" });
    expect(await runImport({ importId, now: () => TEST_TIME }, store)).toMatchObject({
      failure: { refusal: "file_changed" },
    });
    const gone = await queueTestImport({ text: "email\na@b.nl\n", mapping: leadsMapping(EMAIL), at: TEST_TIME }, store);
    await store.db.update(imports).set({ filePath: "/nowhere/at/all.csv" });
    expect(await runImport({ importId: gone, now: () => TEST_TIME }, store)).toMatchObject({
      failure: { refusal: "file_gone" },
    });
  });
});

describe("a dry run", () => {
  it("says what an import would do and writes nothing", async () => {
    const mapping = leadsMapping(ID, EMAIL, CITY);
    await load("id,email,city\n1,a@b.nl,Ede\n2,b@b.nl,Ede\n", mapping);
    const before = await allLeads();
    const text = "id,email,city\n1,a@b.nl,Epe\n2,b@b.nl,Ede\n3,c@b.nl,Ede\n3,c@b.nl,Oss\n4,bad,Ede\n";
    const input = {
      source: bytesSource(Buffer.from(text)),
      mapping: mappingSchema.parse(mapping),
      now: () => later(1),
    };
    const report = await dryRunImport(input, store);
    expect(report.counts).toMatchObject({ read: 5, created: 1, updated: 1, rejected: 1 });
    expect(report.sample.map(({ line, action }) => [line, action])).toEqual([
      [2, "updated"],
      [3, "unchanged"],
      [4, "created"],
      [5, "unchanged"],
    ]);
    expect(report.rejections).toEqual([{ line: 6, column: "email", value: "bad", reason: "email_invalid" }]);
    expect(await allLeads()).toEqual(before);
    expect(await store.db.select().from(imports)).toHaveLength(1);
    expect(await countsOf(load(text, mapping, later(1)))).toMatchObject({ created: 1, updated: 1, rejected: 1 });
  });
});

describe("an import under way", () => {
  const text = `id,city\n${Array.from({ length: 12_000 }, (_, n) => `${n},Ede`).join("\n")}\n`;
  const mapping = leadsMapping(ID, CITY);

  it("that is stopped goes on where it was", async () => {
    const importId = await queueTestImport({ text, mapping, at: TEST_TIME }, store);
    const stop = new AbortController();
    const run = runImport(
      { importId, now: () => TEST_TIME, signal: stop.signal, onProgress: () => stop.abort() },
      store,
    );
    await expect(run).rejects.toThrow();
    const [stopped] = await store.db.select().from(imports);
    expect(stopped).toMatchObject({ status: "running" });
    expect(stopped?.recordsRead).toBeGreaterThan(0);
    const done = await runImport({ importId, now: () => later(1) }, store);
    expect(done?.report?.counts).toMatchObject({ read: 12_000, created: 12_000, rejected: 0 });
    expect(await store.db.$count(leads)).toBe(12_000);
  });

  it("that is cancelled stops at the next batch and keeps what it has", async () => {
    const importId = await queueTestImport({ text, mapping, at: TEST_TIME }, store);
    const cancel = () => store.db.update(imports).set({ status: "cancelled" }).where(eq(imports.id, importId));
    let cancelling: Promise<unknown> | null = null;
    const onProgress = () => {
      cancelling ??= cancel().execute();
    };
    const done = await runImport({ importId, now: () => TEST_TIME, onProgress }, store);
    await cancelling;
    expect(done?.status).toBe("cancelled");
    expect(await store.db.$count(leads)).toBeLessThan(12_000);
    expect(await store.db.$count(importPending)).toBe(0);
  });
});
