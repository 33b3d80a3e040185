import { asc } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readFieldTypes } from "#db/queries/generation-plan.ts";
import { exportLeads } from "#db/queries/lead-export.ts";
import { accounts, fieldDefinitions, leadIdentities } from "#db/schema/index.ts";
import { addTestUser, TEST_TIME } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { importTestFile } from "#db/test/import-csv.ts";
import { addTestOrganisation } from "#db/test/scoring-fixtures.ts";
import { bytesSource } from "#lib/csv/byte-source.ts";
import { detectLayout } from "#lib/csv/detect.ts";
import { inspectFile } from "#lib/csv/inspect.ts";
import type { CsvValue } from "#lib/csv/safe-cell.ts";
import { writeCsv } from "#lib/csv/write.ts";
import { guessMapping } from "#lib/import/guess.ts";
import { leadFileHeader, leadFileRow } from "#lib/leads/lead-file.ts";
import { pointsText } from "#lib/leads/score-row.ts";

let here: TestDatabase;
let elsewhere: TestDatabase;
beforeAll(async () => {
  [here, elsewhere] = [await createTestDatabase(), await createTestDatabase()];
  for (const { db } of [here, elsewhere]) {
    await addTestOrganisation(db);
    await addTestUser(db, { role: "rep", email: "rep@example.com" });
  }
  // The other installation numbers its leads differently.
  await elsewhere.db.execute("alter table leads alter column id restart with 5000");
  await importTestFile(CRM, here);
  await importTestFile(SHOP, here);
});
afterAll(async () => {
  await here.drop();
  await elsewhere.drop();
});

const CRM = {
  at: TEST_TIME,
  mapping: {
    kind: "leads",
    source: "crm",
    columns: [
      { column: "Id", to: "external_id" },
      { column: "Mail", to: "email" },
      { column: "First", to: "field", field: "first_name" },
      { column: "Phone", to: "field", field: "phone" },
      { column: "Company", to: "field", field: "account.name" },
      { column: "Site", to: "field", field: "account.domain" },
      { column: "Staff", to: "field", field: "account.employees" },
      { column: "Tier", to: "custom", key: "account.tier", type: "text" },
      { column: "Code", to: "custom", key: "code", type: "text" },
      { column: "Budget", to: "custom", key: "budget", type: "number" },
      { column: "Renewal", to: "custom", key: "renewal", type: "date" },
      { column: "Member", to: "custom", key: "member", type: "boolean" },
      { column: "Topics", to: "custom", key: "topics", type: "list", between: "|" },
      { column: "Line", to: "custom", key: "line", type: "text" },
      { column: "Call", to: "permission", permission: "may_call" },
      { column: "Score", to: "permission", permission: "may_score" },
      { column: "Since", to: "created_at" },
      { column: "Rep", to: "owner" },
    ],
  },
  text: [
    "Id,Mail,First,Phone,Company,Site,Staff,Tier,Code,Budget,Renewal,Member,Topics,Line,Call,Score,Since,Rep",
    '7,a@b.nl,Ann,0612345678,Acme,acme.nl,120,gold,0012,12.345,2025-03-04,yes,"a;b|c, d|[e]",first,no,yes,2024-02-03T04:05:06.789Z,rep@example.com',
    "8,a@b.nl,Ann,,,,,,12,,,,,,,,,",
    "9,c@d.nl,=1+1,,Acme Ltd,acme.de,1200,-,-,1e-7,,no,N/A,unknown,,no,2024-02-03,",
    ',info@acme.nl,Bo,+31 6 1,ACME,,,"two\nlines",null,-1234.5,,,,"a ""quoted"" word",,,,',
    ",,Cas,,Solo,,,,,1234567,,,solo,  blanks  ,,,,",
  ].join("\n"),
};

/** The same ids as in the other system, of others. */
const SHOP = {
  at: TEST_TIME,
  mapping: { ...CRM.mapping, source: "shop", columns: CRM.mapping.columns.slice(0, 3) },
  text: "Id,Mail,First\n7,shop7@e.nl,Eva\n9,a@b.nl,Ann\n9000,,Fay\n",
};

async function write({ db }: TestDatabase): Promise<string> {
  const file = { types: await readFieldTypes(db), points: pointsText };
  const rows = (await leadsOf(db)).map((lead) => leadFileRow(lead, file));
  const table: (readonly CsvValue[])[] = [leadFileHeader(file), ...rows];
  return (await Array.fromAsync(writeCsv(table, { hasMark: true }))).join("");
}

function leadsOf(db: TestDatabase["db"]) {
  return Array.fromAsync(exportLeads({ generationId: null }, db));
}

/** As a person does who drops the file and changes nothing. */
async function read(text: string, store: TestDatabase) {
  const detection = await detectLayout(await inspectFile(bytesSource(Buffer.from(text))));
  if (!detection.ok) throw new Error(detection.refusal);
  const fieldTypes = await readFieldTypes(store.db);
  const { mapping } = guessMapping({ kind: "leads", layout: detection.layout, fieldTypes });
  return (await importTestFile({ text, mapping, at: TEST_TIME }, store)).report?.counts;
}

async function standing({ db }: TestDatabase) {
  const leads = (await leadsOf(db)).map(({ leadId: _, ...lead }) => lead);
  const companies = await db.select({ name: accounts.name, domain: accounts.domain }).from(accounts);
  const { key, type, entity } = fieldDefinitions;
  const fields = await db.select({ key, type, entity }).from(fieldDefinitions).orderBy(asc(key));
  const identities = await db.$count(leadIdentities);
  return { leads, companies: companies.map(({ name, domain }) => `${name} ${domain}`).sort(), fields, identities };
}

describe("the file of leads that Voorrang writes", () => {
  it("makes the same leads in an installation without any, though nobody says what a column means", async () => {
    const counts = await read(await write(here), elsewhere);
    expect(counts).toMatchObject({ read: 6, created: 6, rejected: 0, conflicts: 0 });
    const [before, after] = [await standing(here), await standing(elsewhere)];
    expect(after).toEqual(before);
    expect(before.leads[0]).toMatchObject({
      owner: "rep@example.com",
      mayCall: false,
      identities: [
        { kind: "email", value: "a@b.nl" },
        { kind: "external:crm", value: "7" },
        { kind: "external:crm", value: "8" },
        { kind: "external:shop", value: "9" },
      ],
      fields: { budget: 12.345, topics: ["a;b", "c, d", "[e]"], code: "12", "account.tier": "two\nlines" },
    });
  });

  it("changes nothing where it was written, nor where it was read before", async () => {
    const text = await write(here);
    const nothing = { read: 6, created: 0, updated: 0, rejected: 0, joined: 0, conflicts: 0 };
    expect(await read(text, here)).toMatchObject(nothing);
    expect(await read(text, elsewhere)).toMatchObject(nothing);
    expect(await write(here)).toBe(text);
  });
});
