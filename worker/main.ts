import { migrateDatabase } from "#db/migrate.ts";
import { openDatabase } from "#db/open.ts";
import { superviseSelf } from "#scripts/run/child.ts";

const database = await openDatabase();
await migrateDatabase(database.url);
// Loaded behind the address that its modules need.
const { runWorker } = await import("./run.ts");
const stop = await runWorker();
superviseSelf(async () => {
  await stop();
  await database.release();
}).ready();
