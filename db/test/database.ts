import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { afterAll, inject } from "vitest";
import { asDatabase } from "#db/as-database.ts";
import type { Database } from "#db/client.ts";
import { openConnections } from "#db/connections.ts";

export type TestDatabase = { readonly url: string; readonly db: Database; drop(): Promise<void> };

/** Makes databases for the tests of a file; all are dropped when the last is over. */
export function testDatabases(): () => Promise<TestDatabase> {
  const made: TestDatabase[] = [];
  afterAll(async () => {
    for (const database of made) await database.drop();
  });
  return async () => {
    const database = await createTestDatabase();
    made.push(database);
    return database;
  };
}

/** A database of its own for one test file, cloned from the migrated template. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = inject("databaseServer");
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const admin = postgres(server.adminUrl, { max: 1, onnotice: () => {} });
  await admin`create database ${admin(name)} template ${admin(server.template)}`;
  await admin.end();
  const url = new URL(server.adminUrl);
  url.pathname = `/${name}`;
  const client = openConnections(url.href);
  return { url: url.href, db: asDatabase(client), drop };

  async function drop() {
    await client.end();
    const sql = postgres(server.adminUrl, { max: 1, onnotice: () => {} });
    await sql`drop database ${sql(name)} with (force)`;
    await sql.end();
  }
}
