import type { Stage } from "#lib/lifecycle/constants.ts";
import { mergedStage } from "#lib/lifecycle/merged-stage.ts";
import type { FieldValue } from "#lib/scoring/facts.ts";
import { COLUMN_OF } from "./editable-fields.ts";
import type { LeadColumns } from "./flatten-fields.ts";

/** What a record holds besides its histories. */
export type LeadRecord = LeadColumns & {
  readonly accountId: number | null;
  readonly ownerId: number | null;
  readonly stage: Stage;
  readonly stageEnteredAt: Date;
  /** Epoch day. */
  readonly returnsOn: number | null;
  readonly mayCall: boolean;
  readonly mayEmail: boolean;
  readonly mayScore: boolean;
  readonly createdAt: Date;
};

export type MergedLead = {
  readonly record: LeadRecord;
  /** Keys of the fields that were empty in the kept record and are the other's now. */
  readonly filledFields: readonly string[];
};

/**
 * One record of two about the same person: the kept one's values, and the other's where it has none.
 * What either of them may not, the person does not want; who was there earlier was there.
 */
export function mergeRecords(kept: LeadRecord, merged: LeadRecord): MergedLead {
  const columns = Object.entries(COLUMN_OF).filter(([, column]) => kept[column] === null && merged[column] !== null);
  const own = Object.keys(merged.custom).filter((key) => !(key in kept.custom));
  const custom: Record<string, FieldValue> = { ...merged.custom, ...kept.custom };
  const { stage, since, returnsOn } = mergedStage(held(kept), held(merged));
  return {
    record: {
      ...kept,
      ...Object.fromEntries(columns.map(([, column]) => [column, merged[column]])),
      custom,
      accountId: kept.accountId ?? merged.accountId,
      ownerId: kept.ownerId ?? merged.ownerId,
      stage,
      stageEnteredAt: new Date(since),
      returnsOn,
      mayCall: kept.mayCall && merged.mayCall,
      mayEmail: kept.mayEmail && merged.mayEmail,
      mayScore: kept.mayScore && merged.mayScore,
      createdAt: merged.createdAt < kept.createdAt ? merged.createdAt : kept.createdAt,
    },
    filledFields: [...columns.map(([field]) => field), ...own],
  };
}

function held({ stage, stageEnteredAt, returnsOn }: LeadRecord) {
  return { stage, since: stageEnteredAt.getTime(), returnsOn };
}
