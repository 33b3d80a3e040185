import { and, asc, eq, gte, isNull, or } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { inSlice, type LeadSlice } from "#db/lead-slice.ts";
import { accountFieldValues, adjustments, leadFieldValues, leads, stageChanges } from "#db/schema/index.ts";
import { withDerived } from "#lib/leads/flatten-fields.ts";
import type { KeptAdjustment } from "#lib/leads/score-history.ts";
import type { StageStep } from "#lib/leads/stage-at.ts";
import type { FieldChange } from "#lib/scoring/facts.ts";

/** Changes of the lead's own fields and of its account's, by lead id. */
export async function readFieldChanges(slice: LeadSlice, executor: Executor): Promise<Map<number, FieldChange[]>> {
  const [own, accounts] = await Promise.all([
    executor
      .select({
        leadId: leadFieldValues.leadId,
        field: leadFieldValues.field,
        value: leadFieldValues.value,
        validFrom: leadFieldValues.validFrom,
      })
      .from(leadFieldValues)
      .where(inSlice(leadFieldValues.leadId, slice))
      .prepare("field changes")
      .execute(),
    executor
      .select({
        leadId: leads.id,
        field: accountFieldValues.field,
        value: accountFieldValues.value,
        validFrom: accountFieldValues.validFrom,
      })
      .from(leads)
      .innerJoin(accountFieldValues, eq(accountFieldValues.accountId, leads.accountId))
      .where(inSlice(leads.id, slice))
      .prepare("account changes")
      .execute(),
  ]);
  const changes = [...own, ...accounts].flatMap(({ leadId, validFrom, ...rest }) =>
    withDerived({ ...rest, validFrom: validFrom.getTime() }).map((change) => ({ leadId, change })),
  );
  return groupByLead(changes, ({ change }) => change);
}

/** Adjustments that were not withdrawn before `cut` (null: now), by lead id. */
export async function readAdjustments(
  { slice, cut }: { readonly slice: LeadSlice; readonly cut: number | null },
  executor: Executor,
): Promise<Map<number, KeptAdjustment[]>> {
  const rows = await executor
    .select({
      leadId: adjustments.leadId,
      id: adjustments.id,
      axis: adjustments.axis,
      centipoints: adjustments.centipoints,
      reason: adjustments.reason,
      firstDay: adjustments.firstDay,
      lastDay: adjustments.lastDay,
      at: adjustments.at,
      withdrawnAt: adjustments.withdrawnAt,
    })
    .from(adjustments)
    .where(
      and(
        inSlice(adjustments.leadId, slice),
        or(isNull(adjustments.withdrawnAt), cut === null ? undefined : gte(adjustments.withdrawnAt, new Date(cut))),
      ),
    )
    .prepare("adjustments")
    .execute();
  return groupByLead(rows, ({ leadId: _, id, at, withdrawnAt, ...rest }) => ({
    ...rest,
    id: String(id),
    at: at.getTime(),
    withdrawnAt: withdrawnAt?.getTime() ?? null,
  }));
}

/** Stage changes that hold, in order of time, by lead id. */
export async function readStageSteps(slice: LeadSlice, executor: Executor): Promise<Map<number, StageStep[]>> {
  const rows = await executor
    .select({
      leadId: stageChanges.leadId,
      at: stageChanges.at,
      fromStage: stageChanges.fromStage,
      toStage: stageChanges.toStage,
    })
    .from(stageChanges)
    .where(and(inSlice(stageChanges.leadId, slice), isNull(stageChanges.undoneAt)))
    .orderBy(asc(stageChanges.leadId), asc(stageChanges.at), asc(stageChanges.id));
  return groupByLead(rows, ({ fromStage, toStage, at }) => ({ fromStage, toStage, at: at.getTime() }));
}

function groupByLead<Row extends { readonly leadId: number }, Item>(
  rows: readonly Row[],
  toItem: (row: Row) => Item,
): Map<number, Item[]> {
  const groups = new Map<number, Item[]>();
  for (const row of rows) {
    const group = groups.get(row.leadId);
    if (group) group.push(toItem(row));
    else groups.set(row.leadId, [toItem(row)]);
  }
  return groups;
}
