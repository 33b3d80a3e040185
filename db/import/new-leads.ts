import { type CopyLines, copyLines, prepareLines } from "#db/copy-lines.ts";
import { copyField } from "#db/copy-text.ts";
import { LEAD_COLUMN_FIELDS, type LeadChange } from "#lib/import/fold.ts";
import { isColumnField } from "#lib/leads/editable-fields.ts";
import { type StageMove, walkOutcomes } from "#lib/lifecycle/walk-outcomes.ts";
import type { FieldValue } from "#lib/scoring/facts.ts";
import { formatEpochDay, localDay } from "#lib/time/local-day.ts";
import { nextIds } from "./next-ids.ts";
import type { ImportSession } from "./session.ts";

/** A lead that a file makes, with all that the batch says of it. */
export type NewLead = { readonly id: number; change: LeadChange };

export const NOTHING_SAID: LeadChange = {
  values: {},
  permissions: {},
  createdAt: null,
  ownerId: null,
  accountId: null,
  outcomes: [],
};

/** Ids for leads to come; negative ones in a dry run. */
export function leadIds(count: number, session: ImportSession): Promise<number[]> {
  return nextIds({ table: "leads", count }, session);
}

/** Lines for new leads with their first stage, their outcomes and the mark that they are to be scored. */
export function prepareLeads(
  leads: readonly NewLead[],
  session: Pick<ImportSession, "arrived" | "zones">,
): CopyLines[] {
  const at = session.arrived.toISOString();
  const born = leads.map((lead) => toBorn(lead, session));
  return [
    prepareLines(LEADS, born, (lead) => leadLine(lead, at)),
    prepareLines("stage_changes (lead_id, at, from_stage, to_stage, cause)", born, stageLines),
    prepareLines(OUTCOMES, leads, (lead) => outcomeLines(lead, at)),
    prepareLines("due_leads (lead_id, since)", leads, ({ id }) => `${id}\t${at}\n`),
  ];
}

/** Stores new leads. */
export async function addLeads(leads: readonly NewLead[], session: ImportSession): Promise<void> {
  if (!session.isDry) await copyLines(session.client, prepareLeads(leads, session));
}

const LEADS = `leads (id, account_id, ${LEAD_COLUMN_FIELDS.join(", ")}, custom, owner_id, stage, stage_entered_at,
  may_call, may_email, may_score, created_at, created_day, updated_at)`;
const OUTCOMES = "outcomes (lead_id, id, result, at, is_timed, value_minor, currency, received_at)";

type Born = NewLead & {
  readonly createdAt: string;
  readonly createdDay: string;
  readonly stage: string;
  readonly enteredAt: string;
  readonly moves: readonly StageMove[];
};

function toBorn({ id, change }: NewLead, { arrived, zones }: Pick<ImportSession, "arrived" | "zones">): Born {
  const at = change.createdAt ?? arrived.getTime();
  const createdAt = new Date(at).toISOString();
  const born = { id, change, createdAt, createdDay: dayText(localDay(at, zones.localZone)) };
  if (change.outcomes.length === 0) return { ...born, stage: "lead", enteredAt: createdAt, moves: [] };
  const told = change.outcomes.map(({ result, at: when }) => ({ result, at: when ?? arrived.getTime() }));
  const { standing, moves } = walkOutcomes({ stage: "lead", enteredAt: at }, told);
  return { ...born, stage: standing.stage, enteredAt: new Date(standing.enteredAt).toISOString(), moves };
}

function leadLine({ id, change, createdAt, createdDay, stage, enteredAt }: Born, arrived: string): string {
  const { values, permissions, accountId, ownerId } = change;
  let line = `${id}\t${accountId ?? "\\N"}`;
  for (const field of LEAD_COLUMN_FIELDS)
    line += `\t${copyField(values[field] === undefined ? null : String(values[field]))}`;
  const { mayCall = true, mayEmail = true, mayScore = true } = permissions;
  return `${line}\t${copyField(ownValues(change))}\t${ownerId ?? "\\N"}\t${stage}\t${enteredAt}\t${mayCall}\t${mayEmail}\t${mayScore}\t${createdAt}\t${createdDay}\t${arrived}\n`;
}

/** Values of the organisation's own fields, as JSON. */
function ownValues({ values }: LeadChange): string {
  const own: Record<string, FieldValue | undefined> = {};
  for (const field in values) if (!isColumnField(field)) own[field] = values[field];
  return JSON.stringify(own);
}

function stageLines({ id, createdAt, moves }: Born): string {
  let lines = `${id}\t${createdAt}\t\\N\tlead\timport\n`;
  for (const { at, from, to } of moves) lines += `${id}\t${new Date(at).toISOString()}\t${from}\t${to}\toutcome\n`;
  return lines;
}

function outcomeLines({ id, change }: NewLead, arrived: string): string {
  let lines = "";
  for (const outcome of change.outcomes) {
    const at = outcome.at === null ? arrived : new Date(outcome.at).toISOString();
    const { result, valueMinor, currency } = outcome;
    lines += `${id}\t${copyField(outcome.id)}\t${result}\t${at}\t${outcome.at !== null}\t${valueMinor ?? "\\N"}\t${currency ?? "\\N"}\t${arrived}\n`;
  }
  return lines;
}

/** Days come back row after row. */
const dayTexts = new Map<number, string>();
const REMEMBERED_DAYS = 20_000;

function dayText(day: number): string {
  let text = dayTexts.get(day);
  if (text === undefined) {
    if (dayTexts.size >= REMEMBERED_DAYS) dayTexts.clear();
    text = formatEpochDay(day);
    dayTexts.set(day, text);
  }
  return text;
}
