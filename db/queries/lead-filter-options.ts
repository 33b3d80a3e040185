import { asc, count, desc, isNotNull, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { leads, users } from "#db/schema/index.ts";
import { folded, isOpen } from "./lead-conditions.ts";

/** A value that open leads have, and how many have it. */
export type CountedValue = { readonly value: string; readonly leads: number };

export type LeadFilterOptions = {
  readonly countries: readonly CountedValue[];
  readonly sources: readonly CountedValue[];
  /** Everybody who owns a lead, and every rep. */
  readonly owners: readonly { readonly userId: number; readonly name: string }[];
};

/** A list longer than this is searched, not read. */
const MOST = 200;

/** What a filter of leads can be set to: the most frequent values, most frequent first. */
export async function readLeadFilterOptions(executor: Executor = db): Promise<LeadFilterOptions> {
  const [countries, sources, owners] = await Promise.all([
    countValues(leads.country, executor),
    countValues(leads.source, executor),
    listOwners(executor),
  ]);
  return { countries, sources, owners };
}

async function countValues(
  column: typeof leads.country | typeof leads.source,
  executor: Executor,
): Promise<CountedValue[]> {
  const rows = await executor
    .select({ value: sql<string>`${column}`, leads: count() })
    .from(leads)
    .where(sql`${isNotNull(column)} and ${isOpen()}`)
    .groupBy(column)
    .orderBy(desc(count()), asc(column))
    .limit(MOST);
  return rows;
}

function listOwners(executor: Executor) {
  return executor
    .select({ userId: users.id, name: users.name })
    .from(users)
    .where(sql`${users.role} = 'rep' or exists (select from ${leads} where ${leads.ownerId} = ${users.id})`)
    .orderBy(folded(sql`${users.name}`), asc(users.id));
}
