import { sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { accountTraits, leadTraits } from "#db/schema/index.ts";
import { type OtherTrait, suggestFieldType, type TraitOwner } from "#lib/ingest/other-traits.ts";
import type { FieldValue } from "#lib/scoring/facts.ts";
import { newestRows } from "./newest-rows.ts";
import { findOrganisation } from "./organisation.ts";

/** About a hundred thousand traits. */
const NEWEST_BLOCKS = 1024;
const MOST_SHOWN = 30;
const SAMPLES = 50;

const TABLES = {
  lead: { table: leadTraits, owner: sql`lead_id` },
  account: { table: accountTraits, owner: sql`account_id` },
};

type Row = { readonly name: string; readonly count: number; readonly values: FieldValue[]; readonly last: string };

/** What trackers say of leads and companies that no field keeps, what is said of most first. */
export async function listOtherTraits(executor: Executor = db): Promise<readonly OtherTrait[]> {
  const organisation = await findOrganisation(executor);
  if (!organisation) return [];
  const { timeZone } = organisation;
  const [leads, accounts] = await Promise.all([
    listOf({ of: "lead", timeZone }, executor),
    listOf({ of: "account", timeZone }, executor),
  ]);
  return [...leads, ...accounts].toSorted((one, other) => other.count - one.count);
}

async function listOf(
  { of, timeZone }: { readonly of: TraitOwner; readonly timeZone: string },
  executor: Executor,
): Promise<readonly OtherTrait[]> {
  const { table, owner } = TABLES[of];
  const newest = await newestRows({ table, blocks: NEWEST_BLOCKS }, executor);
  const rows = await executor.execute<Row>(sql`
    select name, count(*)::int as count, max(said_at) as last,
      to_jsonb((array_agg(value order by said_at desc, ${owner} desc))[1:${SAMPLES}::int]) as values
    from ${table} where ${newest}
    group by name order by 2 desc, name limit ${MOST_SHOWN}`);
  return rows.map(({ name, count, values, last }) => ({
    of,
    name,
    count,
    last: values[0] ?? "",
    lastAt: new Date(last).getTime(),
    type: suggestFieldType(values, timeZone),
  }));
}
