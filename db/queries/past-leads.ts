import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { inSlice, type LeadSlice } from "#db/lead-slice.ts";
import { accountFieldValues, events, leadFieldValues, leads, stageChanges } from "#db/schema/index.ts";
import type { PastLead } from "#lib/backtest/past-lead.ts";
import type { Naming } from "#lib/naming/naming.ts";
import { readLeadFacts } from "./facts.ts";
import { readAdjustments, readStageSteps } from "./lead-histories.ts";
import { selectWins } from "./wins.ts";

type Query = { readonly leadIds: readonly number[]; readonly timeZone: string; readonly naming: Naming };

/** Some leads with all that tells what was known of them on any day. */
export async function readPastLeads({ leadIds, timeZone, naming }: Query, executor: Executor): Promise<PastLead[]> {
  const slice = { leadIds };
  const [facts, stageSteps, adjustments, wonAt, rejections, joinedAt, timedFrom] = await Promise.all([
    readLeadFacts({ leadIds, timeZone, naming }, executor),
    readStageSteps(slice, executor),
    readAdjustments({ slice, cut: 0 }, executor),
    readWins(slice, executor),
    readRejections(slice, executor),
    readJoins(slice, executor),
    readTimes(slice, executor),
  ]);
  return [...facts].map(([leadId, known]) => ({
    ...known,
    leadId,
    stageSteps: stageSteps.get(leadId) ?? [],
    adjustments: adjustments.get(leadId) ?? [],
    wonAt: wonAt.get(leadId) ?? [],
    rejectedFor: rejections.get(leadId)?.at(-1)?.reason ?? null,
    joinedAt: new Map((joinedAt.get(leadId) ?? []).map(({ id, at }) => [id, at?.getTime() ?? 0])),
    timedFrom: new Map(
      [...Map.groupBy(timedFrom.get(leadId) ?? [], ({ field }) => field)].map(
        ([field, values]) => [field, values.map(({ validFrom }) => validFrom.getTime())] as const,
      ),
    ),
  }));
}

async function readWins(slice: LeadSlice, executor: Executor) {
  const rows = await selectWins({ slice }, executor);
  const known = Map.groupBy(rows, ({ leadId }) => leadId);
  return new Map(
    [...known].map(
      ([leadId, wins]) => [leadId, [...new Set(wins.map(({ at }) => at.getTime()))].sort(byTime)] as const,
    ),
  );
}

function byTime(one: number, other: number): number {
  return one - other;
}

async function readRejections(slice: LeadSlice, executor: Executor) {
  const rows = await executor
    .select({ leadId: stageChanges.leadId, reason: stageChanges.reason })
    .from(stageChanges)
    .where(and(inSlice(stageChanges.leadId, slice), isNotNull(stageChanges.reason), isNull(stageChanges.undoneAt)))
    .orderBy(asc(stageChanges.at), asc(stageChanges.id));
  return Map.groupBy(rows, ({ leadId }) => leadId);
}

async function readJoins(slice: LeadSlice, executor: Executor) {
  const rows = await executor
    .select({ leadId: events.leadId, id: events.id, at: events.joinedAt })
    .from(events)
    .where(and(inSlice(events.leadId, slice), isNotNull(events.joinedAt)));
  return Map.groupBy(rows, ({ leadId }) => leadId);
}

async function readTimes(slice: LeadSlice, executor: Executor) {
  const [own, accounts] = await Promise.all([
    executor
      .select({ leadId: leadFieldValues.leadId, field: leadFieldValues.field, validFrom: leadFieldValues.validFrom })
      .from(leadFieldValues)
      .where(and(inSlice(leadFieldValues.leadId, slice), leadFieldValues.isTimed)),
    executor
      .select({ leadId: leads.id, field: accountFieldValues.field, validFrom: accountFieldValues.validFrom })
      .from(leads)
      .innerJoin(accountFieldValues, eq(accountFieldValues.accountId, leads.accountId))
      .where(and(inSlice(leads.id, slice), accountFieldValues.isTimed)),
  ]);
  const all = [...own, ...accounts].flatMap((each) =>
    // Derived of the address, so it came with it.
    each.field === "email" ? [each, { ...each, field: "email_domain" }] : [each],
  );
  return Map.groupBy(all, ({ leadId }) => leadId);
}
