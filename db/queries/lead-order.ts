import { and, asc, desc, isNotNull, isNull, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { accounts, leadScores, leads, ranked, scoreInCell } from "#db/schema/index.ts";
import type { LeadCursor, LeadOrder, LeadSort } from "#lib/leads/list.ts";
import { folded } from "./folded.ts";

/** What a list is sorted by. */
type SortKey = {
  /** What a cursor keeps of its row, and the type in which it hands it back. */
  readonly value: SQL;
  readonly type: "integer" | "text" | "timestamptz";
  /** As the order's index has it, its ties broken by the lead's id. */
  readonly columns: readonly SQL[];
  /** The same of a row that is told by its value and its lead. */
  readonly columnsOf: (value: SQL, lead: SQL) => readonly SQL[];
};

const SORT_KEYS: Readonly<Record<LeadSort, SortKey>> = {
  score: byScore(leadScores.combined),
  fit: byScore(leadScores.fit),
  engagement: byScore(leadScores.engagement),
  name: byValue(nameKey(), leads.id, "text"),
  company: byValue(folded(sql`${accounts.name}`), leads.id, "text"),
  created: byValue(sql`${leads.createdAt}`, leads.id, "timestamptz"),
  signal: byValue(sql`${leadScores.newestEventAt}`, leadScores.leadId, "timestamptz"),
};

function byScore(score: SQLWrapper): SortKey {
  const columns = [ranked(score, leadScores.leadId)];
  return { value: sql`${score}`, type: "integer", columns, columnsOf: (value, lead) => [ranked(value, lead)] };
}

/** A cell's own order is a stretch of that of all cells. */
function byScoreIn(cell: string): SortKey {
  const { combined, leadId } = leadScores;
  return {
    value: sql`${combined}`,
    type: "integer",
    columns: [ranked(scoreInCell(leadScores.cell, combined), leadId)],
    columnsOf: (value, lead) => [ranked(scoreInCell(sql`${cell}::text`, value), lead)],
  };
}

function byValue(value: SQL, lead: SQLWrapper, type: SortKey["type"]): SortKey {
  return { value, type, columns: [value, sql`${lead}`], columnsOf: (last, lastLead) => [last, lastLead] };
}

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
  /** In which all leads lie; null: anywhere. */
  readonly cell: string | null;
  readonly after: LeadCursor | null;
  /** Few leads are sorted; of many the index of the order is read until the page is full. */
  readonly areFew: boolean;
};

/**
 * The stretches of a list behind the cursor: first the leads that have a value of the sorted kind,
 * then those without. Read apart, each is one range of an index. The reverse of an order is its exact
 * reverse, ties included, so that one index serves both.
 */
export function stretchesAfter({ order, cell, after, areFew }: Stretches): Stretch[] {
  const { value, type, columns, columnsOf } =
    cell !== null && order.sort === "score" ? byScoreIn(cell) : SORT_KEYS[order.sort];
  const [first = value, ...ties] = columns;
  const keys = [areFew ? unindexed(first, type) : first, ...ties];
  const isBlank = after !== null && after.value === null;
  const blank: Stretch = {
    where: and(isNull(value), isBlank ? sql`${leads.id} > ${after.leadId}` : undefined),
    orderBy: [asc(leads.id)],
    isBlank: true,
  };
  if (isBlank) return [blank];
  const towards = order.direction === "asc" ? asc : desc;
  const valued: Stretch = {
    where: after ? behind(after) : isNotNull(keys[0] ?? value),
    orderBy: keys.map(towards),
    isBlank: false,
  };
  return [valued, blank];

  /** Compared as a row where one index has both, so that a page begins at its cursor however many share its value. */
  function behind(cursor: LeadCursor): SQL {
    const last = columnsOf(sql`${cursor.value}::${sql.raw(type)}`, sql`${cursor.leadId}::bigint`);
    const [rows, lastRow] = [keys, last].map((each) => sql`(${sql.join([...each], sql`, `)})`);
    return order.direction === "asc"
      ? sql`${keys[0]} >= ${last[0]} and ${rows} > ${lastRow}`
      : sql`${keys[0]} <= ${last[0]} and ${rows} < ${lastRow}`;
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
  return sql<string | null>`(${SORT_KEYS[sort].value})::text`;
}
