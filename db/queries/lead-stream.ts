import type { BulkClient } from "#db/bulk.ts";
import { ByteDictionary } from "#db/byte-dictionary.ts";
import { BinaryRow, readBinaryRows } from "#db/copy-binary-reader.ts";
import { type IdRange, isSampled, type LeadSample } from "#db/lead-slice.ts";
import type { ScoringRules } from "#lib/model/scorer.ts";
import type { Standing } from "#lib/scoring/standing.ts";
import type { Value } from "#lib/scoring/value.ts";
import type { LocalDays } from "#lib/time/local-days.ts";
import type { AccountValues } from "./account-values.ts";
import { type FieldColumn, fieldColumns } from "./field-columns.ts";

/** How leads are read for some models: the columns of the fields they ask for, of the lead and of its account. */
export type LeadReading = {
  readonly columns: readonly FieldColumn[];
  readonly accountColumns: readonly FieldColumn[];
  /** Whether any model asks for the stage; it need not be read otherwise. */
  readonly hasStages: boolean;
  readonly days: LocalDays;
};

type Needs = Pick<ScoringRules, "fieldTypes"> & { readonly fields: readonly string[]; readonly hasStages: boolean };

export function openLeadReading({ fields, fieldTypes, hasStages }: Needs, days: LocalDays): LeadReading {
  const all = fieldColumns(fields, fieldTypes);
  const columns = all.filter(({ owner }) => owner === "lead");
  return { columns, accountColumns: all.filter(({ owner }) => owner === "account"), hasStages, days };
}

/** What stands of the lead can be read until the next is told. */
export type OnLead = (leadId: number, standing: Standing, mayScore: boolean) => void;

const LEAD = ["lead.id", "lead.account_id", "lead.may_score", "lead.created_at"];
const [ID, ACCOUNT_ID, MAY_SCORE, CREATED_AT] = [0, 1, 2, 3];
const NO_ROW = -1;
const STAGE = ["lead.stage", "lead.stage_entered_at"];
const STAGE_AT = LEAD.length;

type LeadQuery = {
  readonly range: IdRange;
  readonly sample?: LeadSample | null;
  readonly reading: LeadReading;
  readonly accounts: AccountValues;
  readonly signal?: AbortSignal | undefined;
};

/** Tells the leads of a range as they are now, in no order, each with what its account had. */
export async function streamLeads(
  { range, sample, reading, accounts, signal }: LeadQuery,
  client: BulkClient,
  onLead: OnLead,
): Promise<void> {
  const { columns, accountColumns, hasStages, days } = reading;
  const wanted = hasStages ? [...LEAD, ...STAGE] : LEAD;
  const statement = `copy (
    select ${[...wanted, ...columns.map(({ sql }) => sql)].join(", ")} from leads lead
    where lead.id between ${range.from} and ${range.to} ${sample ? `and ${isSampled("lead.id", sample)}` : ""}) to stdout (format binary)`;
  const stages = new ByteDictionary((bytes, from, to) => bytes.toString("utf8", from, to));
  const row = new BinaryRow(wanted.length + columns.length);
  let account = NO_ROW;
  const readers = new Map<string, () => Value>([
    ...columns.map(({ field, read }, place) => [field, () => read(row, wanted.length + place)] as const),
    ...accountColumns.map(({ field }, place) => [field, () => accounts.valueOf(place, account)] as const),
  ]);
  const read: Standing["read"] = (field) => readers.get(field)?.() ?? null;
  await readBinaryRows(client, { statement, row, signal }, () => {
    account = row.isNull(ACCOUNT_ID) ? NO_ROW : accounts.rowOf(row.int8(ACCOUNT_ID));
    const createdAt = row.instant(CREATED_AT);
    const createdDay = days.dayOf(createdAt);
    const stageEnteredAt = hasStages ? row.instant(STAGE_AT + 1) : createdAt;
    const standing: Standing = {
      createdAt,
      createdDay,
      stage: hasStages ? stages.get(row.bytes, row.start(STAGE_AT), row.end(STAGE_AT)) : "",
      stageEnteredAt,
      stageEnteredDay: hasStages ? days.dayOf(stageEnteredAt) : createdDay,
      read,
    };
    onLead(row.int8(ID), standing, row.boolean(MAY_SCORE));
  });
}
