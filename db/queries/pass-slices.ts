import { sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import type { IdRange } from "#db/lead-slice.ts";

/** A range of lead ids with how many leads it held when it was cut. */
export type PassSlice = IdRange & { readonly leads: number };

/** Below so many leads a second slice saves nothing. */
const LEADS_WORTH_CUTTING = 20_000;
/** What the running sums of a lead take, and what an event takes while it waits to be walked in bursts or by asset. */
const BYTES_A_LEAD = 200;
const BYTES_AN_EVENT = 24;
const BYTES_A_SLICE = 320 * 2 ** 20;

/**
 * Cuts all leads into ranges of ids, each of about as many leads: at least `lanes`, so that as many
 * can be worked on at once, and so many that the sums of one fit into memory. Each reads the events
 * of its range, by index where a lead's events lie together and else by passing over the whole
 * table; so there are no more slices than that.
 */
export async function cutSlices({ lanes }: { readonly lanes: number }, executor: Executor): Promise<PassSlice[]> {
  const [size] = await executor.execute<{ leads: number; events: number }>(sql`
    select (select count(*) from leads)::int as leads,
      (select greatest(reltuples, 0) from pg_class where oid = 'events'::regclass)::float8 as events`);
  const { leads = 0, events = 0 } = size ?? {};
  if (leads === 0) return [];
  const bytes = leads * BYTES_A_LEAD + events * BYTES_AN_EVENT;
  const count = Math.max(Math.ceil(bytes / BYTES_A_SLICE), Math.min(lanes, Math.ceil(leads / LEADS_WORTH_CUTTING)));
  const each = Math.ceil(leads / count);
  const slices: PassSlice[] = [];
  for (let from = 1, left = leads; left > 0; left -= each) {
    const [row] = await executor.execute<{ last: string | null; leads: number }>(sql`
      select max(id)::text as last, count(*)::int as leads
      from (select id from leads where id >= ${from} order by id limit ${each}) as slice`);
    if (row?.last == null) break;
    const to = Number(row.last);
    slices.push({ from, to, leads: row.leads });
    from = to + 1;
  }
  return slices;
}
