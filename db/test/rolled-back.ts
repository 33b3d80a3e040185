import type { Database, Executor } from "#db/client.ts";

class RollBack extends Error {}

/** Runs a test in a transaction of which nothing stays. */
export async function rolledBack(db: Database, run: (transaction: Executor) => Promise<void>): Promise<void> {
  const outcome = db.transaction(async (transaction) => {
    await run(transaction);
    throw new RollBack();
  });
  await outcome.catch((error: unknown) => {
    if (!(error instanceof RollBack)) throw error;
  });
}
