import { sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { leadTraits } from "#db/schema/index.ts";
import { type OtherTrait, suggestFieldType } from "#lib/ingest/other-traits.ts";
import type { FieldValue } from "#lib/scoring/facts.ts";
import { newestRows } from "./newest-rows.ts";
import { findOrganisation } from "./organisation.ts";

/** About a hundred thousand traits. */
const NEWEST_BLOCKS = 1024;
const MOST_SHOWN = 30;
const SAMPLES = 50;

type Row = { readonly name: string; readonly count: number; readonly values: FieldValue[]; readonly last: string };

/** What trackers say of leads that no field keeps, what is said of most leads first. */
export async function listOtherTraits(executor: Executor = db): Promise<readonly OtherTrait[]> {
  const [newest, organisation] = await Promise.all([
    newestRows({ table: leadTraits, blocks: NEWEST_BLOCKS }, executor),
    findOrganisation(executor),
  ]);
  if (!organisation) return [];
  const rows = await executor.execute<Row>(sql`
    select name, count(*)::int as count, max(said_at) as last,
      to_jsonb((array_agg(value order by said_at desc, lead_id desc))[1:${SAMPLES}::int]) as values
    from lead_traits where ${newest}
    group by name order by 2 desc, name limit ${MOST_SHOWN}`);
  return rows.map(({ name, count, values, last }) => ({
    name,
    count,
    last: values[0] ?? "",
    lastAt: new Date(last).getTime(),
    type: suggestFieldType(values, organisation.timeZone),
  }));
}
