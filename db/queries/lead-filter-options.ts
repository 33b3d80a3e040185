import { asc, sql } from "drizzle-orm";
import { openCensus } from "#db/census/open-census.ts";
import { type Executor, type Store, store } from "#db/client.ts";
import { leads, users } from "#db/schema/index.ts";
import { countValues } from "#lib/census/count.ts";
import { folded } from "./folded.ts";

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
export async function readLeadFilterOptions(
  { generationId }: { readonly generationId: number | null },
  target: Store = store,
): Promise<LeadFilterOptions> {
  const [census, owners] = await Promise.all([openCensus(generationId, target).read(), listOwners(target.db)]);
  return {
    countries: mostFrequent(countValues(census, "country")),
    sources: mostFrequent(countValues(census, "source")),
    owners,
  };
}

function mostFrequent(counts: ReadonlyMap<string, number>): CountedValue[] {
  return [...counts]
    .map(([value, leads]) => ({ value, leads }))
    .sort((a, b) => b.leads - a.leads || (a.value < b.value ? -1 : 1))
    .slice(0, MOST);
}

function listOwners(executor: Executor) {
  return executor
    .select({ userId: users.id, name: users.name })
    .from(users)
    .where(sql`${users.role} = 'rep' or exists (select from ${leads} where ${leads.ownerId} = ${users.id})`)
    .orderBy(folded(sql`${users.name}`), asc(users.id));
}
