import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { installJobs } from "./jobs.ts";

const FOLDER = new URL("./migrations", import.meta.url).pathname;
const OLDEST = 150_000;
/** One migration run at a time, whoever starts first. */
const LOCK = 7_202_611;

/** Brings the database at `url` to the newest schema. Throws with a sentence when its PostgreSQL is too old. */
export async function migrateDatabase(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    const [server] = await sql<{ version: number }[]>`select current_setting('server_version_num')::int as version`;
    if (!server || server.version < OLDEST) throw new Error("Voorrang needs PostgreSQL 15 or newer.");
    await sql`select pg_advisory_lock(${LOCK})`;
    await migrate(drizzle(sql), { migrationsFolder: FOLDER });
    await installJobs(url);
  } finally {
    await sql.end();
  }
}
