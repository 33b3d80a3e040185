import { sql } from "drizzle-orm";
import { connectBulk } from "./bulk.ts";
import type { Executor } from "./client.ts";

/** Gone with its session, so also when the process is killed. */
const PASS = -7_202_613;

/** Whether a pass runs in the installation. */
export async function isPassUnderWay(executor: Executor): Promise<boolean> {
  // Shared, and only for this statement: nobody who waits for the lock is kept from it.
  const [row] = await executor.execute<{ free: boolean }>(
    sql`select pg_try_advisory_xact_lock_shared(${PASS}::bigint) as free`,
  );
  return row?.free === false;
}

/** Runs work while no other pass runs in the installation; waits for one that is under way. */
export async function holdPassLock<T>(url: string, work: () => Promise<T>): Promise<T> {
  const keeper = await connectBulk(url);
  try {
    await keeper.query(`select pg_advisory_lock(${PASS})`);
    return await work();
  } finally {
    await keeper.end();
  }
}

/** As `holdPassLock`, but does nothing and gives null while a pass is under way. */
export async function tryPassLock<T>(url: string, work: () => Promise<T>): Promise<T | null> {
  const keeper = await connectBulk(url);
  try {
    const { rows } = await keeper.query<{ held: boolean }>(`select pg_try_advisory_lock(${PASS}) as held`);
    return rows[0]?.held ? await work() : null;
  } finally {
    await keeper.end();
  }
}
