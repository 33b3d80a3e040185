import { and, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { leadScores, leads } from "#db/schema/index.ts";
import type { LeadFilter } from "#lib/leads/filter.ts";
import { OPEN_STAGES } from "#lib/lifecycle/constants.ts";

/** The predicate on `leads` that a filter stands for; undefined for every lead. */
export function matching({ country, source, owner, stage }: LeadFilter): SQL | undefined {
  return and(
    ofText(leads.country, country),
    ofText(leads.source, source),
    owner === null ? undefined : owner === "none" ? isNull(leads.ownerId) : eq(leads.ownerId, owner),
    stage === "any" ? undefined : stage === "open" ? isOpen() : eq(leads.stage, stage),
  );
}

export function isOpen(): SQL {
  return inArray(leads.stage, [...OPEN_STAGES]);
}

/** That a score lies in a cell, asked as `lead_scores_cell_combined_idx` knows cells. */
export function inCell(cell: string, column: SQL = sql`${leadScores.cell}`): SQL {
  const number = (name: SQL) => sql`(ascii(${name}) * 16 + ascii(right(${name}, 1)))`;
  return sql`(${number(column)} = ${number(sql`${cell}::text`)} and ${column} = ${cell})`;
}

function ofText(column: typeof leads.country | typeof leads.source, value: string | null): SQL | undefined {
  if (value === null) return undefined;
  return value === "" ? isNull(column) : eq(column, value);
}
