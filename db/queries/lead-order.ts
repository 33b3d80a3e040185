import { and, asc, desc, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { accounts, leadScores, leads } from "#db/schema/index.ts";
import type { LeadCursor, LeadOrder, LeadSort } from "#lib/leads/list.ts";
import { folded } from "./lead-conditions.ts";

/** What a list is sorted by, and the type in which a cursor hands a value back. */
type SortKey = { readonly key: SQL; readonly type: "integer" | "text" | "timestamptz" };

const SORT_KEYS: Readonly<Record<LeadSort, SortKey>> = {
  score: { key: sql`${leadScores.combined}`, type: "integer" },
  fit: { key: sql`${leadScores.fit}`, type: "integer" },
  engagement: { key: sql`${leadScores.engagement}`, type: "integer" },
  name: { key: nameKey(), type: "text" },
  company: { key: folded(sql`${accounts.name}`), type: "text" },
  created: { key: sql`${leads.createdAt}`, type: "timestamptz" },
  signal: { key: sql`${leadScores.newestEventAt}`, type: "timestamptz" },
};

/** How leads are ordered by name: last name, first name; without a name by e-mail address. */
export function nameKey(): SQL {
  const { lastName, firstName, email } = leads;
  return folded(
    sql`coalesce(nullif(btrim(coalesce(${lastName}, '') || ' ' || coalesce(${firstName}, '')), ''), ${email})`,
  );
}

/** One stretch of a list: which rows, in which order. */
export type Stretch = { readonly where: SQL | undefined; readonly orderBy: readonly SQL[] };

/**
 * The stretches of a list behind the cursor: first the leads that have a value of the sorted kind,
 * then those without. Read apart, each is one range of an index.
 */
export function stretchesAfter(order: LeadOrder, after: LeadCursor | null): Stretch[] {
  const { key, type } = SORT_KEYS[order.sort];
  const isBlank = after !== null && after.value === null;
  const blank: Stretch = {
    where: and(isNull(key), isBlank ? sql`${leads.id} > ${after.leadId}` : undefined),
    orderBy: [asc(leads.id)],
  };
  if (isBlank) return [blank];
  const valued: Stretch = {
    where: after ? behind(after) : isNotNull(key),
    orderBy: [order.direction === "asc" ? asc(key) : desc(key), asc(leads.id)],
  };
  return [valued, blank];

  function behind({ value, leadId }: LeadCursor): SQL {
    const last = sql`${value}::${sql.raw(type)}`;
    return order.direction === "asc"
      ? sql`${key} >= ${last} and (${key} > ${last} or ${leads.id} > ${leadId})`
      : sql`${key} <= ${last} and (${key} < ${last} or ${leads.id} > ${leadId})`;
  }
}

/** The sorted value as text, exact to the microsecond: a cursor rounded to milliseconds would skip or repeat rows. */
export function sortValue({ sort }: LeadOrder): SQL<string | null> {
  return sql<string | null>`(${SORT_KEYS[sort].key})::text`;
}
