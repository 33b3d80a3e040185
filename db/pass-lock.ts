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
