import { getTableColumns, type SQL, sql } from "drizzle-orm";
import { getTableConfig, type PgTable } from "drizzle-orm/pg-core";
import {
  adjustments,
  callListEntries,
  crmConflicts,
  crmLinks,
  dueLeads,
  events,
  leadFieldValues,
  leadMerges,
  leadScores,
  leadTraits,
  outcomes,
  ownerChanges,
  qualificationAnswers,
  scoreChanges,
  scoreSnapshots,
  scoresAtSwitch,
  slaClocks,
  stageChanges,
  touches,
} from "#db/schema/index.ts";

/** What belongs to a lead and goes with it where its record goes. */
export const OWNED = [
  events,
  touches,
  adjustments,
  outcomes,
  stageChanges,
  ownerChanges,
  callListEntries,
  leadFieldValues,
  leadTraits,
  qualificationAnswers,
  slaClocks,
  leadMerges,
  crmLinks,
  crmConflicts,
];
/** What was about a record that is no more, and would be about it again. */
export const LOG_OF_THE_RECORD = [scoreChanges, scoreSnapshots];
/** What was about a record that is no more. */
export const OF_THE_RECORD = [leadScores, ...LOG_OF_THE_RECORD, scoresAtSwitch, dueLeads];

/** All columns but the lead. */
export function columnsOf(table: PgTable, of?: SQL): SQL {
  const names = Object.values(getTableColumns(table)).flatMap(({ name }) => (name === "lead_id" ? [] : [name]));
  return list(names, of);
}

/** What tells rows of one lead apart. */
export function keyOf(table: PgTable, of?: SQL): SQL {
  const [key] = getTableConfig(table).primaryKeys;
  const names = key?.columns.flatMap(({ name }) => (name === "lead_id" ? [] : [name])) ?? [];
  if (names.length === 0) throw new Error("A lead has one row of this table at most.");
  return list(names, of);
}

function list(names: readonly string[], of?: SQL): SQL {
  return sql.join(
    names.map((name) => (of ? sql`${of}.${sql.identifier(name)}` : sql.identifier(name))),
    sql`, `,
  );
}
