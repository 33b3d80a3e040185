import { connectBulk } from "./bulk.ts";

/** Gone with its session, so also when the process is killed. */
const PASS = -7_202_613;

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
