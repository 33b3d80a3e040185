import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import { openCensus } from "#db/census/open-census.ts";
import { type Store, store } from "#db/client.ts";
import { inSlice } from "#db/lead-slice.ts";
import { accounts, leads } from "#db/schema/index.ts";
import type { Viewer } from "#lib/access/roles.ts";
import { findOnList, type SearchMatches } from "#lib/census/found.ts";
import { ANY_LEAD } from "#lib/leads/filter.ts";
import { leadName } from "#lib/leads/lead-name.ts";
import { folded } from "./folded.ts";
import { nameKey } from "./lead-order.ts";
import { findMatches } from "./lead-search.ts";
import { visibleLeads } from "./visible-leads.ts";

type Query = {
  readonly viewer: Viewer;
  /** Whose census is at hand. */
  readonly generationId: number | null;
  readonly search: string;
  readonly limit: number;
};

type FoundLead = { readonly leadId: number; readonly name: string | null; readonly company: string | null };

/** Of more the first by their number are put in order: who sees so many types on. */
const MOST_SORTED = 1_000;
const EVERYBODY = { ...ANY_LEAD, cell: null, isUnscored: false };

/**
 * The first leads by name that a search finds among those that the viewer may see, in whatever stage:
 * before all others those of that number, then those who are called so themselves.
 */
export async function findLeads(
  { viewer, generationId, search, limit }: Query,
  target: Store = store,
): Promise<FoundLead[]> {
  const census = await openCensus(generationId, target).read();
  const matches = await findMatches(search, target);
  const list = { viewer, filter: EVERYBODY };
  const persons = findOnList(census, list, withoutCompanies(matches)).listIds();
  const all = persons.length < MOST_SORTED ? findOnList(census, list, matches).listIds() : [];
  const { numberedIds } = matches;
  const leadIds = [...new Set([...numberedIds, ...persons.slice(0, MOST_SORTED), ...all.slice(0, MOST_SORTED)])];
  const rows = await target.db
    .select({
      leadId: leads.id,
      firstName: leads.firstName,
      lastName: leads.lastName,
      email: leads.email,
      company: accounts.name,
    })
    .from(leads)
    .leftJoin(accounts, eq(accounts.id, leads.accountId))
    .where(and(visibleLeads(viewer), inSlice(leads.id, { leadIds })))
    .orderBy(
      sql`${inSlice(leads.id, { leadIds: numberedIds })} desc`,
      sql`${isNamed(search)} desc`,
      nameKey(),
      asc(leads.id),
    )
    .limit(limit);
  return rows.map(({ leadId, company, ...named }) => ({ leadId, name: leadName(named), company }));
}

function withoutCompanies({ words, ...matches }: SearchMatches): SearchMatches {
  return { ...matches, words: words.map(({ leadIds }) => ({ leadIds, accountIds: [] })) };
}

/** That every word of a search stands in the person's own name. */
function isNamed(search: string): SQL {
  const name = folded(sql`(coalesce(${leads.firstName}, '') || ' ' || coalesce(${leads.lastName}, ''))`);
  const words = search.split(/\s+/).filter(Boolean);
  const each = words.map((word) => sql`strpos(${name}, ${folded(sql`${word}::text`)}) > 0`);
  return sql`(${sql.join([sql`true`, ...each], sql` and `)})`;
}
