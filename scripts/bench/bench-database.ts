import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrateDatabase } from "#db/migrate.ts";
import { openDatabase } from "#db/open.ts";

/**
 * Runs work on a migrated, empty database of its own: an embedded PostgreSQL with its ordinary
 * settings in a temporary folder, which goes afterwards. Sets DATABASE_URL and DATA_DIR, so modules
 * that hold a connection are to be imported by `work`, not before.
 */
export async function withBenchDatabase<T>(
  work: (database: { url: string; folder: string }) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "voorrang-bench-"));
  process.env.DATA_DIR = folder;
  // What DATABASE_URL names is not to be filled and thrown away.
  delete process.env.DATABASE_URL;
  try {
    const database = await openDatabase();
    try {
      await migrateDatabase(database.url);
      return await work({ url: database.url, folder });
    } finally {
      await database.release();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
