import { and, desc, eq, isNull, type SQL, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { lockHistories, lockLeads } from "#db/locks.ts";
import { isImportRunning } from "#db/queries/due-leads.ts";
import { visibleLeads } from "#db/queries/visible-leads.ts";
import { leadMerges, leads, ownerChanges, stageChanges } from "#db/schema/index.ts";
import type { Viewer } from "#lib/access/roles.ts";
import { COLUMN_OF } from "#lib/leads/editable-fields.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { notify } from "./notify.ts";
import { recordAudit } from "./record-audit.ts";
import { restoreLeadRows } from "./restore-lead-rows.ts";
import { scoreLeads } from "./score-leads.ts";

export type UndoMerge = {
  /** The lead that stayed. */
  readonly keptId: number;
  readonly mergeId: number;
  readonly viewer: Viewer;
  readonly at: Date;
};

/**
 * Makes two leads again of one, the newest merge first. Each has what it had, as it is by now; what came since the
 * merge (events, touches, deals, changes of fields) stays with the lead that stayed, and so does a stage that changed
 * since. Refused while an import runs.
 */
export async function undoMerge(input: UndoMerge, executor: Executor = db): Promise<Result<{ leadId: number }>> {
  const { keptId, mergeId, viewer, at } = input;
  return executor.transaction(async (tx) => {
    const seen = await findNewestMerge(keptId, tx);
    if (seen?.id !== mergeId) return refuse("conflict", { reason: "merge_settled" });
    const { mergedId, at: mergedAt } = seen;
    await lockLeads([keptId, mergedId], tx);
    await lockHistories(tx);
    if (await isImportRunning(tx)) return refuse("conflict", { reason: "import_running" });
    // Somebody else may have been first, until the locks were there.
    if ((await findNewestMerge(keptId, tx))?.id !== mergeId) return refuse("conflict", { reason: "merge_settled" });
    const [kept] = await tx
      .select({ ownerId: leads.ownerId })
      .from(leads)
      .where(and(eq(leads.id, keptId), visibleLeads(viewer)));
    if (!kept) return refuse("not_found", { reason: "lead_gone" });
    await putBackRecord(input, tx);
    await restoreLeadRows({ keptId, mergedId, mergeId, mergedAt }, tx);
    await takeOut({ keptId, mergeId, mergedAt, at }, tx);
    await tx
      .update(leadMerges)
      .set({ undoneAt: at, memory: {} })
      .where(and(eq(leadMerges.leadId, keptId), eq(leadMerges.id, mergeId)));
    await scoreLeads({ leadIds: [keptId, mergedId], at, cause: "merge", actorId: viewer.userId }, tx);
    await notify({ leads: [keptId, mergedId], ownerWas: kept.ownerId }, tx);
    const entry = { at, actorId: viewer.userId, action: "lead.unmerged", subject: `lead:${keptId}` };
    await recordAudit({ ...entry, details: { mergedId } }, tx);
    return ok({ leadId: mergedId });
  });
}

async function findNewestMerge(keptId: number, executor: Executor) {
  const [newest] = await executor
    .select({ id: leadMerges.id, mergedId: leadMerges.mergedId, at: leadMerges.at })
    .from(leadMerges)
    .where(and(eq(leadMerges.leadId, keptId), isNull(leadMerges.undoneAt)))
    .orderBy(desc(leadMerges.at), desc(leadMerges.id))
    .limit(1);
  return newest ?? null;
}

async function putBackRecord({ keptId, mergeId }: UndoMerge, executor: Executor): Promise<void> {
  await executor.execute(sql`
    insert into ${leads} overriding system value
    select (jsonb_populate_record(null::leads, memory -> 'merged')).*
    from ${leadMerges} where lead_id = ${keptId} and id = ${mergeId}`);
}

type TakeOut = Pick<UndoMerge, "keptId" | "mergeId" | "at"> & { readonly mergedAt: Date };

/** The lead that stayed is as it was before, save for what was changed since. */
async function takeOut({ keptId, mergeId, mergedAt, at }: TakeOut, executor: Executor): Promise<void> {
  const since = sql`${mergedAt.toISOString()}::timestamptz`;
  const isStageOld = sql`not exists (select from ${stageChanges} later
    where later.lead_id = ${keptId} and later.at > ${since} and later.undone_at is null)`;
  const isOwnerOld = sql`not exists (select from ${ownerChanges} later
    where later.lead_id = ${keptId} and later.at > ${since} and later.undone_at is null)`;
  const isUntouched = sql`now.updated_at = ${since}`;
  const own = [...Object.values(COLUMN_OF).map((column) => leads[column].name), "account_id"];
  const fields = own.map((name) => [name, withoutFilled(sql.identifier(name))] as const);
  const set = sql.join(
    [
      ...fields,
      ["owner_id", sql`case when ${isOwnerOld} then ${withoutFilled(sql`owner_id`)} else now.owner_id end`] as const,
      ...["stage", "stage_entered_at", "returns_on"].map(
        (name) => [name, either(isStageOld, sql.identifier(name))] as const,
      ),
      // Who may have objected since has.
      ...["may_call", "may_email", "may_score"].map(
        (name) => [name, either(isUntouched, sql.identifier(name))] as const,
      ),
    ].map(([name, value]) => sql`${sql.identifier(name)} = ${value}`),
    sql`, `,
  );
  await executor.execute(sql`
    update ${leads} lead set ${set}, created_at = kept.created_at, created_day = kept.created_day,
      custom = (select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(now.custom)
        where kept.custom ? key or not merged.custom ? key or merged.custom -> key <> value),
      updated_at = ${at.toISOString()}::timestamptz
    from ${leads} now, ${leadMerges} merge, jsonb_populate_record(null::leads, merge.memory -> 'kept') kept,
      jsonb_populate_record(null::leads, merge.memory -> 'merged') merged
    where lead.id = ${keptId} and now.id = ${keptId} and merge.lead_id = ${keptId} and merge.id = ${mergeId}`);
  for (const table of [stageChanges, ownerChanges]) {
    const isOld = table === stageChanges ? isStageOld : isOwnerOld;
    await executor.execute(sql`
      update ${table} set undone_at = ${at.toISOString()}::timestamptz
      where lead_id = ${keptId} and at = ${since} and cause = 'merge' and undone_at is null and ${isOld}`);
  }
}

function withoutFilled(column: SQL | ReturnType<typeof sql.identifier>): SQL {
  return sql`case when kept.${column} is null and now.${column} is not distinct from merged.${column} then null else now.${column} end`;
}

function either(isOld: SQL, column: ReturnType<typeof sql.identifier>): SQL {
  return sql`case when ${isOld} then kept.${column} else now.${column} end`;
}
