import type { BulkClient } from "#db/bulk.ts";
import { ByteDictionary } from "#db/byte-dictionary.ts";
import { BinaryRow, readBinaryRows } from "#db/copy-binary-reader.ts";
import type { IdRange } from "#db/lead-slice.ts";
import type { ScoringRules } from "#lib/model/scorer.ts";
import type { Standing } from "#lib/scoring/standing.ts";
import type { LocalDays } from "#lib/time/local-days.ts";
import { type FieldColumn, fieldColumns } from "./field-columns.ts";

/** How leads are read for some models: the columns of the fields they ask for. */
export type LeadReading = {
  readonly columns: readonly FieldColumn[];
  /** Whether any model asks for the stage; it need not be read otherwise. */
  readonly hasStages: boolean;
  readonly days: LocalDays;
};

type Needs = Pick<ScoringRules, "fieldTypes"> & { readonly fields: readonly string[]; readonly hasStages: boolean };

export function openLeadReading({ fields, fieldTypes, hasStages }: Needs, days: LocalDays): LeadReading {
  return { columns: fieldColumns(fields, fieldTypes), hasStages, days };
}

/** What stands of the lead can be read until the next is told. */
export type OnLead = (leadId: number, standing: Standing, mayScore: boolean) => void;

const LEAD = ["lead.id", "lead.may_score", "lead.created_at"];
const STAGE = ["lead.stage", "lead.stage_entered_at"];
const STAGE_AT = LEAD.length;

/** Tells the leads of a range as they are now, in no order. */
export async function streamLeads(
  {
    range,
    reading,
    signal,
  }: { readonly range: IdRange; readonly reading: LeadReading; readonly signal?: AbortSignal | undefined },
  client: BulkClient,
  onLead: OnLead,
): Promise<void> {
  const { columns, hasStages, days } = reading;
  const wanted = hasStages ? [...LEAD, ...STAGE] : LEAD;
  const join = columns.some(({ sql }) => sql.startsWith("account."))
    ? "left join accounts account on account.id = lead.account_id"
    : "";
  const statement = `copy (
    select ${[...wanted, ...columns.map(({ sql }) => sql)].join(", ")} from leads lead ${join}
    where lead.id between ${range.from} and ${range.to}) to stdout (format binary)`;
  const stages = new ByteDictionary((bytes, from, to) => bytes.toString("utf8", from, to));
  const places = new Map(columns.map((column, place) => [column.field, { ...column, place: wanted.length + place }]));
  const row = new BinaryRow(wanted.length + columns.length);
  const read: Standing["read"] = (field) => {
    const column = places.get(field);
    return column === undefined ? null : column.read(row, column.place);
  };
  await readBinaryRows(client, { statement, row, signal }, () => {
    const createdAt = row.instant(2);
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
    onLead(row.int8(0), standing, row.boolean(1));
  });
}
