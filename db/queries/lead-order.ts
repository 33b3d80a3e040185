import { and, asc, desc, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { accounts, leadScores, leads } from "#db/schema/index.ts";
import type { LeadCursor, LeadOrder, LeadSort } from "#lib/leads/list.ts";
import { folded } from "./folded.ts";

/** What a list is sorted by, the lead's id beside it in the same index, and the type in which a cursor hands a value back. */
type SortKey = { readonly key: SQL; readonly tie: SQL; readonly type: "integer" | "text" | "timestamptz" };

const OF_LEAD = sql`${leads.id}`;
const OF_SCORE = sql`${leadScores.leadId}`;

const SORT_KEYS: Readonly<Record<LeadSort, SortKey>> = {
  score: { key: sql`${leadScores.combined}`, tie: OF_SCORE, type: "integer" },
  fit: { key: sql`${leadScores.fit}`, tie: OF_SCORE, type: "integer" },
  engagement: { key: sql`${leadScores.engagement}`, tie: OF_SCORE, type: "integer" },
  name: { key: nameKey(), tie: OF_LEAD, type: "text" },
  company: { key: folded(sql`${accounts.name}`), tie: OF_LEAD, type: "text" },
  created: { key: sql`${leads.createdAt}`, tie: OF_LEAD, type: "timestamptz" },
  signal: { key: sql`${leadScores.newestEventAt}`, tie: OF_SCORE, type: "timestamptz" },
};

/** How leads are ordered by name: last name, first name; without a name by e-mail address. */
export function nameKey(): SQL {
  const { lastName, firstName, email } = leads;
  return folded(
    sql`coalesce(nullif(btrim(coalesce(${lastName}, '') || ' ' || coalesce(${firstName}, '')), ''), ${email})`,
  );
}

/** One stretch of a list: which rows, in which order. */
export type Stretch = {
  readonly where: SQL | undefined;
  readonly orderBy: readonly SQL[];
  /** Of leads without a value, by id. */
  readonly isBlank: boolean;
};

type Stretches = {
  readonly order: LeadOrder;
  readonly after: LeadCursor | null;
  /** Few leads are sorted; of many the index of the order is read until the page is full. */
  readonly areFew: boolean;
};

/**
 * The stretches of a list behind the cursor: first the leads that have a value of the sorted kind,
 * then those without. Read apart, each is one range of an index. The reverse of an order is its exact
 * reverse, ties included, so that one index serves both.
 */
export function stretchesAfter({ order, after, areFew }: Stretches): Stretch[] {
  const { key: indexed, tie, type } = SORT_KEYS[order.sort];
  const key = areFew ? unindexed(indexed, type) : indexed;
  const isBlank = after !== null && after.value === null;
  const blank: Stretch = {
    where: and(isNull(key), isBlank ? sql`${leads.id} > ${after.leadId}` : undefined),
    orderBy: [asc(leads.id)],
    isBlank: true,
  };
  if (isBlank) return [blank];
  const towards = order.direction === "asc" ? asc : desc;
  const valued: Stretch = {
    where: after ? behind(after) : isNotNull(key),
    orderBy: [towards(key), towards(tie)],
    isBlank: false,
  };
  return [valued, blank];

  /** Compared as a row where one index has both, so that a page begins at its cursor however many share its value. */
  function behind({ value, leadId }: LeadCursor): SQL {
    const last = sql`${value}::${sql.raw(type)}`;
    return order.direction === "asc"
      ? sql`${key} >= ${last} and (${key}, ${tie}) > (${last}, ${leadId}::bigint)`
      : sql`${key} <= ${last} and (${key}, ${tie}) < (${last}, ${leadId}::bigint)`;
  }
}

/** The same value as an expression that no index has: for few leads PostgreSQL would misjudge one, as they need not lie evenly in it. */
function unindexed(key: SQL, type: SortKey["type"]): SQL {
  switch (type) {
    case "integer":
      return sql`(${key} + 0)`;
    case "text":
      return sql`(${key} || '')`;
    case "timestamptz":
      return sql`(${key} + interval '0')`;
  }
}

/** The sorted value as text, exact to the microsecond: a cursor rounded to milliseconds would skip or repeat rows. */
export function sortValue({ sort }: LeadOrder): SQL<string | null> {
  return sql<string | null>`(${SORT_KEYS[sort].key})::text`;
}
