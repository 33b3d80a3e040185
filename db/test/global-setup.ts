import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "#db/embedded.ts";
import { migrateDatabase } from "#db/migrate.ts";

declare module "vitest" {
  interface ProvidedContext {
    databaseServer: { adminUrl: string; template: string };
  }
}

const TEMPLATE = "voorrang_template";
/** What is in it need not outlive a crash of the machine; files keep the databases of all their tests open to the end. */
const SETTINGS = ["fsync=off", "full_page_writes=off", "max_connections=400"];

/** Starts a PostgreSQL for the run and migrates the template that each test file clones. */
export default async function setup(project: TestProject) {
  const dataDir = await mkdtemp(join(tmpdir(), "voorrang-test-"));
  const server = await startEmbedded(dataDir, SETTINGS);
  const adminUrl = new URL(server.url);
  adminUrl.pathname = "/postgres";
  const sql = postgres(adminUrl.href, { max: 1, onnotice: () => {} });
  await sql`create database ${sql(TEMPLATE)}`;
  await sql.end();
  const template = new URL(adminUrl);
  template.pathname = `/${TEMPLATE}`;
  await migrateDatabase(template.href);
  project.provide("databaseServer", { adminUrl: adminUrl.href, template: TEMPLATE });
  return async () => {
    await server.release();
    await rm(dataDir, { recursive: true, force: true });
  };
}
