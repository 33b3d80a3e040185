import { asc } from "drizzle-orm";
import { afterEach, beforeEach } from "vitest";
import type { ImportRecord } from "#db/queries/imports.ts";
import { leads } from "#db/schema/index.ts";
import { unchanged } from "#lib/import/unchanged.ts";
import { TEST_TIME } from "./add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "./database.ts";
import { importTestFile, queueTestImport } from "./import-csv.ts";
import { addTestOrganisation } from "./scoring-fixtures.ts";

/** Columns of a mapping, by their header. */
export const EMAIL = { column: "email", to: "email" };
export const ID = { column: "id", to: "external_id" };
export const CITY = { column: "city", to: "field", field: "city" };

export function leadsMapping(...columns: object[]): object {
  return { kind: "leads", source: "crm", columns };
}

/** So many days after the clock of the tests. */
export function daysLater(days: number): Date {
  return new Date(TEST_TIME.getTime() + days * 86_400_000);
}

/** For every test of the file an organisation in a database of its own, and imports into it. */
export function prepareImports() {
  let database: TestDatabase | null = null;
  beforeEach(async () => {
    database = await createTestDatabase();
    await addTestOrganisation(database.db);
  });
  afterEach(() => database?.drop());

  function store(): TestDatabase {
    if (!database) throw new Error("The database is there once a test runs.");
    return database;
  }

  return {
    store,
    load: (text: string, mapping: object, at = TEST_TIME) => importTestFile({ text, mapping, at }, store()),
    queue: (text: string, mapping: object) => queueTestImport({ text, mapping, at: TEST_TIME }, store()),
    listLeads: () => store().db.select().from(leads).orderBy(asc(leads.id)),
  };
}

/** What an import counted. */
export async function countsOf(imported: Promise<ImportRecord>) {
  const { report, kind } = await imported;
  if (!report) throw new Error("There is no report.");
  const { read, created, updated, rejected } = report.counts;
  return { read, created, updated, unchanged: unchanged(kind, report.counts), rejected };
}
