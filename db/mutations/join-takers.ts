import { sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { executePrepared } from "#db/prepared.ts";

/** Who said nothing for so long takes nothing, or is gone. */
const PRESENT_MS = 10_000;
const PREFIX = "ingest-taker:";

export type JoinTakers = {
  /** Of a web process, the same each time. */
  readonly takerId: string;
  readonly at: Date;
};

/** Says that a process takes what trackers send. Gives how many processes do, itself included. */
export async function joinTakers({ takerId, at }: JoinTakers, executor: Executor = db): Promise<number> {
  const key = PREFIX + takerId;
  const [row] = await executePrepared<{ others: number }>(
    sql`
      with said as (
        insert into rate_limits (key, points, expire) values (${key}, 1, ${at.getTime() + PRESENT_MS}::bigint)
        on conflict (key) do update set expire = excluded.expire)
      select count(*)::int as others from rate_limits
      where key like ${`${PREFIX}%`} and key <> ${key} and expire > ${at.getTime()}::bigint`,
    executor,
  );
  return 1 + (row?.others ?? 0);
}
